package com.mentormatch.availability.web;

import com.mentormatch.availability.OfferSettings;
import com.mentormatch.availability.Week;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Zones;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A mentor's week as text, a line a day (see {@link HoursText}), with its zone and the session settings.
 *
 * @param hours  seven lines, Monday first
 * @param zone   as it was typed
 * @param offers by offer, where it differs
 * @param read   the stamp of the week this form was opened with
 */
public record AvailabilityForm(List<String> hours, String zone, SettingsForm around, Map<String, SettingsForm> offers,
        @Nullable String read) {

    public AvailabilityForm {
        var lines = new ArrayList<String>();
        for (var day = 0; day < 7; day++) {
            var line = hours == null || hours.size() <= day ? null : hours.get(day);
            lines.add(line == null ? "" : line);
        }
        hours = lines;
        zone = zone == null ? "" : zone.strip();
        around = around == null ? SettingsForm.BLANK : around;
        offers = offers == null ? new LinkedHashMap<>() : new LinkedHashMap<>(offers);
    }

    static AvailabilityForm of(Week week) {
        var hours = Arrays.stream(DayOfWeek.values()).map(day -> line(week, day)).toList();
        var offers = new LinkedHashMap<String, SettingsForm>();
        week.perOffer().forEach((offer, settings) -> offers.put(offer.toString(), SettingsForm.of(settings)));
        return new AvailabilityForm(hours, week.zone().getId(), SettingsForm.of(week.settings()), offers, week.stamp());
    }

    /** What is on that day, as it is typed. */
    static String line(Week week, DayOfWeek day) {
        return HoursText
            .write(week.windows().stream().filter(window -> window.day() == day).map(WeeklyWindow::hours).toList());
    }

    /** Exactly these offers can be filled in, each starting from what is kept of it. */
    void ask(List<OfferTerms> published, Week kept) {
        var asked = new LinkedHashMap<String, SettingsForm>();
        published.forEach(offer -> {
            var settings = SettingsForm.of(kept.perOffer().getOrDefault(offer.id(), OfferSettings.NONE));
            asked.put(offer.id().toString(), offers.getOrDefault(offer.id().toString(), settings));
        });
        offers.clear();
        offers.putAll(asked);
    }

    AvailabilityForm in(String chosen) {
        return new AvailabilityForm(hours, chosen, around, offers, read);
    }

    /** One day's line on other days as well. */
    AvailabilityForm copied(int from, Collection<Integer> to) {
        var lines = new ArrayList<>(hours);
        to.forEach(day -> lines.set(day, hours.get(from)));
        return new AvailabilityForm(lines, zone, around, offers, read);
    }

    /**
     * Reads it all; what cannot be read or overlaps is an error at its field. Only without errors it is a week.
     *
     * @param kept settings of offers this form does not ask about stay as they are there
     */
    @Nullable
    Week week(Week kept, Errors errors, Locale locale) {
        var windows = windows(errors, locale);
        var place = zone(errors);
        var settings = around.readUsual("around", errors);
        var perOffer = perOffer(kept, errors);
        return errors.hasErrors() ? null : new Week(windows, place, settings, perOffer);
    }

    private List<WeeklyWindow> windows(Errors errors, Locale locale) {
        var windows = new ArrayList<WeeklyWindow>();
        for (var day : DayOfWeek.values()) {
            var field = "hours[" + (day.getValue() - 1) + "]";
            HoursText.read(hours.get(day.getValue() - 1))
                .forEach(part -> add(part, day, windows, errors, field, locale));
        }
        return windows;
    }

    private ZoneId zone(Errors errors) {
        return switch (Zones.check(zone)) {
            case Zones.Valid(var valid) -> valid;
            case Zones.Unknown _ -> {
                errors.rejectValue("zone", "availability.zone.wrong", new Object[]{zone}, null);
                yield ZoneId.of("UTC");
            }
        };
    }

    private Map<OfferId, OfferSettings> perOffer(Week kept, Errors errors) {
        var perOffer = new HashMap<>(kept.perOffer());
        offers.forEach((offer, settings) -> perOffer.put(OfferId.valueOf(offer),
                settings.read("offers[" + offer + "]", errors)));
        return perOffer;
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
