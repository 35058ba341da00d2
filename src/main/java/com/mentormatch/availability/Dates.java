package com.mentormatch.availability;

import java.time.LocalDate;
import java.util.List;

/** What holds for every stretch of dates and every list of hours. */
final class Dates {

    /** A year and a day, so that a whole year can be taken off at once. */
    static final int LONGEST_DAYS = 367;

    private Dates() {}

    static void check(LocalDate first, LocalDate last) {
        if (last.isBefore(first) || last.toEpochDay() - first.toEpochDay() >= LONGEST_DAYS) {
            throw new IllegalArgumentException("Not a stretch of dates up to a year: " + first + " to " + last);
        }
    }

    static List<Hours> apart(List<Hours> hours) {
        var sorted = hours.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("No hours");
        }
        for (var i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                throw new IllegalArgumentException("Hours overlap: " + sorted);
            }
        }
        return sorted;
    }
}
