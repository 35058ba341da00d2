package com.mentormatch.availability.holiday;

import com.mentormatch.shared.TimeWords;
import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.text.Collator;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Public holidays of the world's countries and, where they differ, of their parts, as Jollyday knows them. Names are in
 * the language the rest of the page is in.
 */
@Component
public class PublicHolidays {

    /** @param name what is celebrated; two holidays on one day share it */
    public record Feast(LocalDate date, String name) {}

    /** @param code of a country ISO 3166, "DE"; of a part what follows in ISO 3166-2, "by", and of a part of that "by/ag" */
    public record Place(String code, String name) {}

    private static final Set<String> KNOWN = HolidayCalendar.getSupportedCalendarCodes()
        .stream()
        .filter(code -> code.length() == 2)
        .collect(Collectors.toUnmodifiableSet());

    private final TimeWords words;

    PublicHolidays(TimeWords words) {
        this.words = words;
    }

    public boolean knows(String country) {
        return KNOWN.contains(country);
    }

    /** The country somebody by that clock most likely lives in, if its holidays are known. */
    public Optional<String> countryOf(ZoneId zone) {
        return ZoneCountries.of(zone).filter(KNOWN::contains);
    }

    /** By name. */
    public List<Place> countries(Locale locale) {
        var language = words.language(locale);
        return KNOWN.stream()
            .map(code -> new Place(code, Locale.of("", code).getDisplayCountry(language)))
            .sorted(byName(language))
            .toList();
    }

    /** By name; empty where the holidays are the same all over the country. */
    public List<Place> parts(String country, Locale locale) {
        var language = words.language(locale);
        var parts = new ArrayList<Place>();
        collect(manager(country).getCalendarHierarchy(), "", "", language, parts);
        return parts.stream().sorted(byName(language)).toList();
    }

    /** In order of date, at most one a date; days that are only observed are left out. */
    public List<Feast> of(String country, String part, Year year, Locale locale) {
        var language = words.language(locale);
        var args = part.isEmpty() ? new String[0] : part.split("/");
        var byDate = new TreeMap<LocalDate, List<String>>();
        manager(country).getHolidays(year, args)
            .stream()
            .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
            .sorted(Comparator.comparing(Holiday::getDate).thenComparing(Holiday::getPropertiesKey))
            .forEach(holiday -> byDate.computeIfAbsent(holiday.getDate(), _ -> new ArrayList<>())
                .add(holiday.getDescription(language)));
        return byDate.entrySet()
            .stream()
            .map(day -> new Feast(day.getKey(), day.getValue().stream().distinct().collect(Collectors.joining(", "))))
            .toList();
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }

    private static void collect(CalendarHierarchy place, String code, String name, Locale language, List<Place> parts) {
        for (var child : place.getChildren().values()) {
            var childCode = code.isEmpty() ? child.getId() : code + "/" + child.getId();
            var own = child.getDescription(language);
            var childName = name.isEmpty() ? own : name + ", " + own;
            parts.add(new Place(childCode, childName));
            collect(child, childCode, childName, language, parts);
        }
    }

    private static Comparator<Place> byName(Locale language) {
        return Comparator.comparing(Place::name, Collator.getInstance(language));
    }
}
