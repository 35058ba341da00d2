package com.mentormatch.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class TimeWordsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final Locale LOCALE = Locale.ENGLISH;
    private static final Instant MARCH = Instant.parse("2026-03-12T17:00:00Z");

    private final TimeWords times = new TimeWords(messages());

    @Test
    void saysBothClocksAndThePlace() {
        assertThat(times.when(MARCH, BERLIN, NEW_YORK, LOCALE))
            .isEqualTo("Thu 12 March, 18:00 in Berlin · 13:00 your time");
        assertThat(times.when(TimeSpan.of(MARCH, Duration.ofMinutes(90)), BERLIN, NEW_YORK, LOCALE))
            .isEqualTo("Thu 12 March, 18:00–19:30 in Berlin · 13:00–14:30 your time");
    }

    @Test
    void saysTheReadersDayWhereItIsAnother() {
        assertThat(times.when(MARCH, BERLIN, AUCKLAND, LOCALE))
            .isEqualTo("Thu 12 March, 18:00 in Berlin · Fri 13 March, 06:00 your time");
    }

    @Test
    void saysOneTimeWhereBothClocksAgree() {
        assertThat(times.when(MARCH, BERLIN, ZoneId.of("Europe/Paris"), LOCALE))
            .isEqualTo("Thu 12 March, 18:00 in Berlin");
        assertThat(times.when(MARCH, BERLIN, null, LOCALE)).isEqualTo("Thu 12 March, 18:00 in Berlin");
        assertThat(times.when(MARCH, ZoneId.of("UTC"), null, LOCALE)).isEqualTo("Thu 12 March, 17:00 UTC");
    }

    @Test
    void tellsARepeatedHourApart() {
        assertThat(times.moment(Instant.parse("2026-10-25T00:30:00Z"), BERLIN, LOCALE))
            .isEqualTo("Sun 25 October, 02:30 (UTC+2) in Berlin");
        assertThat(times.moment(Instant.parse("2026-10-25T01:30:00Z"), BERLIN, LOCALE))
            .isEqualTo("Sun 25 October, 02:30 (UTC+1) in Berlin");
    }

    @Test
    void deadlinesInWords() {
        var now = Instant.parse("2026-03-31T20:00:00Z");
        assertThat(times.deadline(now.plusSeconds(3600), BERLIN, now, LOCALE)).isEqualTo("today 23:00");
        assertThat(times.deadline(now.plusSeconds(7200), BERLIN, now, LOCALE)).isEqualTo("tomorrow 00:00");
        assertThat(times.deadline(now.plusSeconds(86_400), BERLIN, now, LOCALE)).isEqualTo("tomorrow 22:00");
        assertThat(times.deadline(now.plusSeconds(172_800), BERLIN, now, LOCALE)).isEqualTo("Thu 2 April, 22:00");
        assertThat(times.deadline(Instant.parse("2026-05-01T20:00:00Z"), BERLIN, now, LOCALE))
            .isEqualTo("Fri 1 May, 22:00");
        assertThat(times.deadline(now.minusSeconds(86_400), BERLIN, now, LOCALE)).isEqualTo("yesterday 22:00");
    }

    @Test
    void lengthsInWords() {
        assertThat(times.length(Duration.ofMinutes(45), LOCALE)).isEqualTo("45 minutes");
        assertThat(times.length(Duration.ofMinutes(60), LOCALE)).isEqualTo("1 hour");
        assertThat(times.length(Duration.ofMinutes(150), LOCALE)).isEqualTo("2 hours 30 minutes");
        assertThat(times.length(Duration.ofHours(47).plusMinutes(5), LOCALE)).isEqualTo("47 hours 5 minutes");
        assertThat(times.length(Duration.ofHours(48).plusMinutes(5), LOCALE)).isEqualTo("2 days");
        assertThat(times.length(Duration.ofHours(412).plusMinutes(33), LOCALE)).isEqualTo("17 days 4 hours");
    }

    @Test
    void placesAsTheyAreWritten() {
        assertThat(times.city(NEW_YORK)).isEqualTo("New York");
        assertThat(times.city(ZoneId.of("America/Argentina/Buenos_Aires"))).isEqualTo("Buenos Aires");
        assertThat(times.city(ZoneId.of("America/Sao_Paulo"))).isEqualTo("São Paulo");
        assertThat(times.city(ZoneId.of("UTC"))).isEqualTo("UTC");
    }

    @Test
    void neverMixesTwoLanguages() {
        assertThat(times.when(MARCH, BERLIN, NEW_YORK, Locale.JAPAN))
            .isEqualTo("Thu 12 March, 18:00 in Berlin · 13:00 your time");
    }

    private static ResourceBundleMessageSource messages() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages/shared");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
