package com.mentormatch.availability.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.holiday.PublicHolidays.Feast;
import com.mentormatch.availability.holiday.PublicHolidays.Place;
import com.mentormatch.shared.TimeWords;
import com.mentormatch.shared.Zones;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class PublicHolidaysTests {

    private final PublicHolidays holidays = new PublicHolidays(new TimeWords(english()));

    @Test
    void knowsACountryAndItsParts() {
        var year = Year.of(2027);
        assertThat(holidays.parts("DE", Locale.UK)).contains(new Place("by", "Bavaria"), new Place("be", "Berlin"),
                new Place("by/ag", "Bavaria, Augsburg"));
        assertThat(holidays.of("DE", "", year, Locale.UK)).hasSize(9)
            .contains(new Feast(LocalDate.of(2027, 10, 3), "German Unity Day"));
        assertThat(holidays.of("DE", "by", year, Locale.UK)).hasSize(12)
            .contains(new Feast(LocalDate.of(2027, 1, 6), "Epiphany"));
        assertThat(holidays.of("DE", "by/ag", year, Locale.UK)).hasSize(14);
        assertThat(holidays.of("DE", "by", year, Locale.UK))
            .isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
    }

    /** Two feasts on one day are one day off. */
    @Test
    void givesADateOnce() {
        assertThat(holidays.of("NG", "", Year.of(2026), Locale.UK)).extracting(Feast::date)
            .doesNotHaveDuplicates()
            .contains(LocalDate.of(2026, 5, 27));
    }

    /** Names follow the words of the page, not the machine's language nor one the page is not written in. */
    @Test
    void speaksTheLanguageOfThePage() {
        var machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            for (var reader : new Locale[]{Locale.UK, Locale.FRANCE, Locale.GERMANY}) {
                assertThat(holidays.of("AT", "", Year.of(2027), reader)).extracting(Feast::name)
                    .contains("New Year's Day");
                assertThat(holidays.countries(reader)).contains(new Place("AT", "Austria"));
            }
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void opensTheCalendarOfEveryCountry() {
        assertThat(holidays.countries(Locale.UK)).hasSizeGreaterThan(200).allSatisfy(country -> {
            assertThat(country.name()).isNotBlank();
            for (var year = 2026; year <= 2028; year++) {
                holidays.of(country.code(), "", Year.of(year), Locale.UK);
            }
            holidays.parts(country.code(), Locale.UK);
        });
    }

    @Test
    void guessesTheCountryFromTheZone() {
        Map.of("Europe/Berlin", "DE", "Europe/Oslo", "NO", "America/Indiana/Knox", "US", "Asia/Calcutta", "IN",
                "Europe/Kiev", "UA", "Africa/Lagos", "NG", "Pacific/Apia", "WS")
            .forEach((zone, country) -> assertThat(holidays.countryOf(ZoneId.of(zone))).as(zone).contains(country));
        assertThat(holidays.countryOf(ZoneId.of("UTC"))).isEmpty();
        assertThat(holidays.countryOf(ZoneId.of("Asia/Jerusalem"))).as("not in the library").isEmpty();
        assertThat(Zones.all().stream().map(ZoneId::of).filter(zone -> holidays.countryOf(zone).isPresent()))
            .hasSizeGreaterThan(380);
    }

    private static ResourceBundleMessageSource english() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/shared");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
