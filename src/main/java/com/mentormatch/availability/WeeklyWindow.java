package com.mentormatch.availability;

import java.time.DayOfWeek;

/**
 * Hours that come back every week, by the wall clock of the mentor's zone. Source: product.md, "Availability".
 *
 * @param day the day the window starts on
 */
public record WeeklyWindow(DayOfWeek day, Hours hours) implements Comparable<WeeklyWindow> {

    /** @see Hours */
    public WeeklyWindow(DayOfWeek day, int startMinute, int endMinute) {
        this(day, new Hours(startMinute, endMinute));
    }

    public int startMinute() {
        return hours.startMinute();
    }

    public int endMinute() {
        return hours.endMinute();
    }

    /** Whether two windows cover a common minute of the week. */
    public boolean overlaps(WeeklyWindow other) {
        for (var week = -1; week <= 1; week++) {
            var shift = week * 7 * Hours.DAY_MINUTES;
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
        return (day.getValue() - 1) * Hours.DAY_MINUTES + startMinute();
    }

    private int weekEnd() {
        return weekStart() + endMinute() - startMinute();
    }
}
