package com.mentormatch.mentor;

import com.mentormatch.shared.Ids;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The last row of a page: what it was sorted by, and an id that tells equals apart. The next one begins after it,
 * whoever has come or gone meanwhile.
 */
record Cursor(MentorOrder order, long first, long second, UUID id) {

    private static final int BYTES = 33;

    String text() {
        var bytes = ByteBuffer.allocate(BYTES)
            .put((byte) order.ordinal())
            .putLong(first)
            .putLong(second)
            .put(Ids.bytes(id))
            .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty for what is no cursor of that order: the list then begins at its beginning. */
    static Optional<Cursor> of(String text, MentorOrder order) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return bytes.remaining() == BYTES && bytes.get() == order.ordinal()
                    ? Optional.of(new Cursor(order, bytes.getLong(), bytes.getLong(),
                            new UUID(bytes.getLong(), bytes.getLong())))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
