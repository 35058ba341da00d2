package com.mentormatch.availability;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a mentor's windows become slots. Source: product.md, "Availability".
 *
 * @param bufferMinutes        free time kept after each session: 0, 15, 30, 45 or 60
 * @param noticeMinutes        the latest a session can be booked before it starts, 0 to 14 days
 * @param horizonDays          how far ahead one can book, 1 to 180
 * @param startIntervalMinutes minutes between two offered starts, a multiple of 15 up to 3 hours; null means the
 *                             session's duration
 * @param mostADay             sessions as a mentor on one of the mentor's dates; null means no limit
 * @param mostAWeek            the same from a Monday to a Sunday; null means no limit
 */
public record SessionSettings(int bufferMinutes, int noticeMinutes, int horizonDays,
        @Nullable Integer startIntervalMinutes, @Nullable Integer mostADay, @Nullable Integer mostAWeek) {

    public static final Set<Integer> BUFFERS = Set.of(0, 15, 30, 45, 60);
    public static final int LONGEST_NOTICE = 14 * 24 * 60;
    public static final int LONGEST_HORIZON = 180;
    public static final int LONGEST_INTERVAL = 180;
    public static final int MOST_A_DAY = 96;
    public static final int MOST_A_WEEK = 7 * 96;

    public static final SessionSettings DEFAULT = new SessionSettings(0, 12 * 60, 60, null);

    public SessionSettings {
        if (!BUFFERS.contains(bufferMinutes) || noticeMinutes < 0 || noticeMinutes > LONGEST_NOTICE || horizonDays < 1
                || horizonDays > LONGEST_HORIZON) {
            throw new IllegalArgumentException("Session settings out of bounds");
        }
        if (startIntervalMinutes != null && (startIntervalMinutes < Hours.GRID_MINUTES
                || startIntervalMinutes > LONGEST_INTERVAL || startIntervalMinutes % Hours.GRID_MINUTES != 0)) {
            throw new IllegalArgumentException("The start interval is a multiple of 15 minutes up to 3 hours");
        }
        if (mostADay != null && (mostADay < 1 || mostADay > MOST_A_DAY)
                || mostAWeek != null && (mostAWeek < 1 || mostAWeek > MOST_A_WEEK)) {
            throw new IllegalArgumentException("A limit is at least one session");
        }
    }

    /** Without limits. */
    public SessionSettings(int bufferMinutes, int noticeMinutes, int horizonDays,
            @Nullable Integer startIntervalMinutes) {
        this(bufferMinutes, noticeMinutes, horizonDays, startIntervalMinutes, null, null);
    }

    public int intervalFor(int durationMinutes) {
        return startIntervalMinutes == null ? durationMinutes : startIntervalMinutes;
    }
}
