package com.mentormatch.availability;

import java.time.DayOfWeek;

/**
 * Hours that come back every week, by the wall clock of the mentor's zone.
 *
 * <p>Source: product.md, "Availability". Quarter-hour grid; {@code endMinute} 1440 is 24:00, more than that crosses
 * midnight (22:00 to 02:00 is 1320 to 1560); at most 24 hours long.
 *
 * @param day         the day the window starts on
 * @param startMinute minutes after midnight, 0 to 1425
 * @param endMinute   minutes after that same midnight, exclusive
 */
public record WeeklyWindow(DayOfWeek day, int startMinute, int endMinute) implements Comparable<WeeklyWindow> {

    public static final int GRID_MINUTES = 15;
    static final int DAY_MINUTES = 24 * 60;

    public WeeklyWindow {
        if (startMinute < 0 || startMinute >= DAY_MINUTES || endMinute <= startMinute
                || endMinute - startMinute > DAY_MINUTES || startMinute % GRID_MINUTES != 0
                || endMinute % GRID_MINUTES != 0) {
            throw new IllegalArgumentException(
                    "Not a window on the quarter-hour grid: " + day + " " + startMinute + " to " + endMinute);
        }
    }

    /** Whether two windows cover a common minute of the week. */
    public boolean overlaps(WeeklyWindow other) {
        for (var week = -1; week <= 1; week++) {
            var shift = week * 7 * DAY_MINUTES;
            if (weekStart() < other.weekEnd() + shift && other.weekStart() + shift < weekEnd()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int compareTo(WeeklyWindow other) {
        return Integer.compare(weekStart(), other.weekStart());
    }

    private int weekStart() {
        return (day.getValue() - 1) * DAY_MINUTES + startMinute;
    }

    private int weekEnd() {
        return weekStart() + endMinute - startMinute;
    }
}
