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

    public AvailabilityForm {
        hours = new ArrayList<>(hours == null ? List.of() : hours);
        while (hours.size() < 7) {
            hours.add("");
        }
    }

    static AvailabilityForm of(Schedule schedule) {
        var hours = Arrays.stream(DayOfWeek.values())
            .map(day -> HoursText.write(schedule.windows()
                .stream()
                .filter(window -> window.day() == day)
                .map(WeeklyWindow::hours)
                .toList()))
            .toList();
        var settings = schedule.settings();
        return new AvailabilityForm(hours, settings.bufferMinutes(), settings.noticeMinutes() / 60,
                settings.horizonDays(), settings.startIntervalMinutes(), schedule.version());
    }

    /**
     * Reads the lines; what cannot be read or overlaps is an error at its line. Only without errors it is a schedule.
     *
     * @param current what this form says nothing of stays as it is there
     */
    Schedule schedule(Schedule current, Errors errors, Locale locale) {
        var windows = new ArrayList<WeeklyWindow>();
        for (var day : DayOfWeek.values()) {
            var field = "hours[" + (day.getValue() - 1) + "]";
            HoursText.read(hours.get(day.getValue() - 1))
                .forEach(part -> add(part, day, windows, errors, field, locale));
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
                : current.withWeek(windows)
                    .withSettings(new SessionSettings(bufferMinutes, noticeHours * 60, horizonDays,
                            startIntervalMinutes, current.settings().mostADay(), current.settings().mostAWeek()),
                            current.perOffer())
                    .withVersion(version);
    }

    private static void add(HoursText.Part part, DayOfWeek day, List<WeeklyWindow> windows, Errors errors, String field,
            Locale locale) {
        var words = new Object[]{day.getDisplayName(TextStyle.FULL, locale), part.typed()};
        switch (part) {
            case HoursText.Unreadable _ -> errors.rejectValue(field, "availability.hours.unreadable", words, null);
            case HoursText.OffGrid _ -> errors.rejectValue(field, "availability.hours.grid", words, null);
            case HoursText.Stretch stretch -> {
                var window = new WeeklyWindow(day, stretch.hours());
                if (windows.stream().anyMatch(window::overlaps)) {
                    errors.rejectValue(field, "availability.hours.overlap", words, null);
                } else {
                    windows.add(window);
                }
            }
        }
    }
}
