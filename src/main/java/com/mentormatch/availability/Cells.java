package com.mentormatch.availability;

import com.mentormatch.shared.TimeSpan;
import java.time.Instant;

/**
 * Time as whole quarter hours of UTC, counted from 1970: every zone's offset is a multiple of a quarter hour today, and
 * so is every start, duration and buffer, so a session covers cells exactly.
 */
final class Cells {

    static final int SECONDS = 15 * 60;

    private Cells() {}

    static boolean onGrid(Instant instant) {
        return instant.getNano() == 0 && instant.getEpochSecond() % SECONDS == 0;
    }

    static int first(TimeSpan time) {
        return floor(time.start());
    }

    /** The first cell after the span. */
    static int end(TimeSpan time) {
        return ceil(time.end());
    }

    static int floor(Instant instant) {
        return Math.toIntExact(Math.floorDiv(instant.getEpochSecond(), SECONDS));
    }

    static int ceil(Instant instant) {
        var floor = floor(instant);
        return onGrid(instant) ? floor : floor + 1;
    }

    static Instant start(int cell) {
        return Instant.ofEpochSecond((long) cell * SECONDS);
    }
}
