package com.mentormatch.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Identifiers: UUID version 7, so that keys rise with time and cannot be guessed; stored as {@code BINARY(16)}. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The 16 bytes a column holds, for plain JDBC. */
    public static byte[] bytes(UUID id) {
        return UuidCreator.toBytes(id);
    }

    /** From an address, where anybody can write anything: empty where it is no id. */
    public static Optional<UUID> read(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    public static UUID of(byte[] column) {
        return UuidCreator.fromBytes(column);
    }
}
