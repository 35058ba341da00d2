package com.mentormatch.availability.web;

import com.mentormatch.availability.Hours;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of hours as people type them: "9:00-12:30, 14-18". 24:00 ends a day, and an end before its start is on the
 * next one.
 */
final class HoursText {

    sealed interface Part {

        /** The words it was read from. */
        String typed();
    }

    record Stretch(String typed, Hours hours) implements Part {}

    /** No stretch of time at all. */
    record Unreadable(String typed) implements Part {}

    /** A stretch of time that is not on the quarter-hour grid. */
    record OffGrid(String typed) implements Part {}

    private static final Pattern STRETCH = Pattern
        .compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(?:-|–|—|to)\\s*(\\d{1,2})(?:[:.](\\d{2}))?");

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?");

    private static final int DAY_MINUTES = 24 * 60;

    private HoursText() {}

    /** In the order they were typed; empty for an empty line. They may overlap. */
    static List<Part> read(String line) {
        return Arrays.stream(line.split("[,;\\n]"))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(HoursText::part)
            .toList();
    }

    /** "09:00–12:30, 14:00–18:00". */
    static String write(Collection<Hours> hours) {
        return hours.stream().map(HoursText::write).collect(Collectors.joining(", "));
    }

    static String write(Hours hours) {
        var end = hours.endMinute() <= DAY_MINUTES ? hours.endMinute() : hours.endMinute() - DAY_MINUTES;
        return clock(hours.startMinute()) + "–" + clock(end);
    }

    /** "09:00"; 1440 is "24:00". */
    static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static Part part(String typed) {
        var match = STRETCH.matcher(typed);
        if (!match.matches()) {
            return new Unreadable(typed);
        }
        var start = minutes(match.group(1), match.group(2));
        var end = minutes(match.group(3), match.group(4));
        if (start < 0 || end < 0 || start == DAY_MINUTES) {
            return new Unreadable(typed);
        }
        if (start % Hours.GRID_MINUTES != 0 || end % Hours.GRID_MINUTES != 0) {
            return new OffGrid(typed);
        }
        return new Stretch(typed, new Hours(start, end <= start ? end + DAY_MINUTES : end));
    }

    /** A single time, "9", "9:30" or "24:00". @return minutes after midnight; -1 where it is no time */
    static int readClock(String typed) {
        var match = CLOCK.matcher(typed);
        return match.matches() ? minutes(match.group(1), match.group(2)) : -1;
    }

    /** @return minutes after midnight, up to 24:00; -1 where it is no time */
    private static int minutes(String hour, String minute) {
        var total = Integer.parseInt(hour) * 60 + (minute == null ? 0 : Integer.parseInt(minute));
        return total > DAY_MINUTES || minute != null && Integer.parseInt(minute) > 59 ? -1 : total;
    }
}
