package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The last mentor of a page; the next one begins after them, whoever has come or gone meanwhile. */
record Cursor(Instant createdAt, AccountId mentor) {

    private static final int BYTES = 24;

    String text() {
        var id = mentor.value();
        var bytes = ByteBuffer.allocate(BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty for what is no cursor: the list then begins at its beginning. */
    static Optional<Cursor> of(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return bytes.remaining() == BYTES
                    ? Optional.of(new Cursor(Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS),
                            new AccountId(new UUID(bytes.getLong(), bytes.getLong()))))
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            return Optional.empty();
        }
    }
}
