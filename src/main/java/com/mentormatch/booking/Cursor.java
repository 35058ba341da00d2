package com.mentormatch.booking;

import java.time.Instant;
import java.util.Optional;

/** Where a list continues: after that start and id. Anything unreadable means the beginning. */
record Cursor(Instant start, BookingId id) {

    static Optional<Cursor> parse(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            var parts = text.split("_", 2);
            return Optional
                .of(new Cursor(Instant.ofEpochSecond(Long.parseLong(parts[0])), BookingId.valueOf(parts[1])));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return start.getEpochSecond() + "_" + id;
    }
}
