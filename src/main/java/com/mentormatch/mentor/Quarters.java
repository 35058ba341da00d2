package com.mentormatch.mentor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Quarter hours of the UTC day, a bit each: the first 48 in {@code early}, those from noon in {@code late}. */
record Quarters(long early, long late) {

    static final Quarters NONE = new Quarters(0, 0);

    private static final int SECONDS = 15 * 60;
    private static final int HALF_DAY = 48;
    private static final int DAY = 2 * HALF_DAY;

    static Quarters of(Collection<Instant> starts) {
        var all = NONE;
        for (var start : starts) {
            all = all.with((int) Math.floorMod(Math.floorDiv(start.getEpochSecond(), SECONDS), (long) DAY));
        }
        return all;
    }

    /** Those at which the clocks of a zone show that hour of the day, now or, if they change meanwhile, then. */
    static Quarters ofHour(int hour, ZoneId zone, Instant now, Duration ahead) {
        var all = NONE;
        for (ZoneOffset offset : Set
            .copyOf(List.of(zone.getRules().getOffset(now), zone.getRules().getOffset(now.plus(ahead))))) {
            for (var quarter = 0; quarter < DAY; quarter++) {
                var local = Math.floorMod(quarter * SECONDS + offset.getTotalSeconds(), DAY * SECONDS);
                if (local / 3600 == hour) {
                    all = all.with(quarter);
                }
            }
        }
        return all;
    }

    private Quarters with(int quarter) {
        return quarter < HALF_DAY
                ? new Quarters(early | 1L << quarter, late)
                : new Quarters(early, late | 1L << quarter - HALF_DAY);
    }
}
