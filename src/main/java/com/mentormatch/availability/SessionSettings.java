package com.mentormatch.availability;

import java.util.Set;

/**
 * How a mentor's windows become slots. Source: product.md, "Availability".
 *
 * @param bufferMinutes        free time kept after each session: 0, 15, 30, 45 or 60
 * @param noticeMinutes        the latest a session can be booked before it starts, 0 to 14 days
 * @param horizonDays          how far ahead one can book, 1 to 180
 * @param startIntervalMinutes minutes between two offered starts, a multiple of 15; null means the session's duration
 */
public record SessionSettings(int bufferMinutes, int noticeMinutes, int horizonDays, Integer startIntervalMinutes) {

    public static final Set<Integer> BUFFERS = Set.of(0, 15, 30, 45, 60);

    public static final SessionSettings DEFAULT = new SessionSettings(0, 12 * 60, 60, null);

    public SessionSettings {
        if (!BUFFERS.contains(bufferMinutes) || noticeMinutes < 0 || noticeMinutes > 14 * 24 * 60 || horizonDays < 1
                || horizonDays > 180) {
            throw new IllegalArgumentException("Session settings out of bounds");
        }
        if (startIntervalMinutes != null && (startIntervalMinutes < WeeklyWindow.GRID_MINUTES
                || startIntervalMinutes > 180 || startIntervalMinutes % WeeklyWindow.GRID_MINUTES != 0)) {
            throw new IllegalArgumentException("The start interval is a multiple of 15 minutes up to 3 hours");
        }
    }

    int intervalFor(int durationMinutes) {
        return startIntervalMinutes == null ? durationMinutes : startIntervalMinutes;
    }
}
