package com.mentormatch.availability.web;

import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.WeeklyWindow;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.validation.Errors;

/**
 * A mentor's week as text, a line a day: "9:00-12:30, 14-18". Hours are the mentor's wall clock; 24:00 ends a day, and
 * an end before its start is on the next one.
 *
 * @param hours   seven lines, Monday first
 * @param version the one this form was opened with
 */
public record AvailabilityForm(List<String> hours, @NotNull Integer bufferMinutes,
        @NotNull @Min(0) @Max(14 * 24) Integer noticeHours, @NotNull @Min(1) @Max(180) Integer horizonDays,
        Integer startIntervalMinutes, int version) {

    private static final Pattern WINDOW = Pattern
        .compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(?:-|–|—|to)\\s*(\\d{1,2})(?:[:.](\\d{2}))?");

    public AvailabilityForm {
        hours = new ArrayList<>(hours == null ? List.of() : hours);
        while (hours.size() < 7) {
            hours.add("");
        }
    }

    static AvailabilityForm of(Schedule schedule) {
        var hours = Arrays.stream(DayOfWeek.values())
            .map(day -> schedule.windows()
                .stream()
                .filter(window -> window.day() == day)
                .map(AvailabilityForm::text)
                .collect(Collectors.joining(", ")))
            .toList();
        var settings = schedule.settings();
        return new AvailabilityForm(hours, settings.bufferMinutes(), settings.noticeMinutes() / 60,
                settings.horizonDays(), settings.startIntervalMinutes(), schedule.version());
    }

    /** Reads the lines; what cannot be read or overlaps is an error at its line. Only without errors it is a schedule. */
    Schedule schedule(Errors errors, Locale locale) {
        var windows = new ArrayList<WeeklyWindow>();
        for (var day : DayOfWeek.values()) {
            var field = "hours[" + (day.getValue() - 1) + "]";
            for (var part : hours.get(day.getValue() - 1).split("[,;\\n]")) {
                if (!part.isBlank()) {
                    add(part.strip(), day, windows, errors, field, locale);
                }
            }
        }
        if (bufferMinutes != null && !SessionSettings.BUFFERS.contains(bufferMinutes)) {
            errors.rejectValue("bufferMinutes", "availability.buffer.wrong");
        }
        if (startIntervalMinutes != null
                && (startIntervalMinutes < 15 || startIntervalMinutes > 180 || startIntervalMinutes % 15 != 0)) {
            errors.rejectValue("startIntervalMinutes", "availability.interval.wrong");
        }
        return errors.hasErrors()
                ? null
                : new Schedule(windows,
                        new SessionSettings(bufferMinutes, noticeHours * 60, horizonDays, startIntervalMinutes),
                        version);
    }

    private static void add(String part, DayOfWeek day, List<WeeklyWindow> windows, Errors errors, String field,
            Locale locale) {
        var name = day.getDisplayName(TextStyle.FULL, locale);
        var match = WINDOW.matcher(part);
        if (!match.matches()) {
            errors.rejectValue(field, "availability.hours.unreadable", new Object[]{name, part}, null);
            return;
        }
        var start = minutes(match.group(1), match.group(2));
        var end = minutes(match.group(3), match.group(4));
        if (start < 0 || end < 0 || start == 24 * 60) {
            errors.rejectValue(field, "availability.hours.unreadable", new Object[]{name, part}, null);
        } else if (start % WeeklyWindow.GRID_MINUTES != 0 || end % WeeklyWindow.GRID_MINUTES != 0) {
            errors.rejectValue(field, "availability.hours.grid", new Object[]{name, part}, null);
        } else {
            var window = new WeeklyWindow(day, start, end <= start ? end + 24 * 60 : end);
            if (windows.stream().anyMatch(window::overlaps)) {
                errors.rejectValue(field, "availability.hours.overlap", new Object[]{name, part}, null);
            } else {
                windows.add(window);
            }
        }
    }

    /** @return minutes after midnight, up to 24:00; -1 where it is no time */
    private static int minutes(String hour, String minute) {
        var total = Integer.parseInt(hour) * 60 + (minute == null ? 0 : Integer.parseInt(minute));
        return total > 24 * 60 || minute != null && Integer.parseInt(minute) > 59 ? -1 : total;
    }

    private static String text(WeeklyWindow window) {
        var end = window.endMinute() <= 24 * 60 ? window.endMinute() : window.endMinute() - 24 * 60;
        return clock(window.startMinute()) + "–" + clock(end);
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
