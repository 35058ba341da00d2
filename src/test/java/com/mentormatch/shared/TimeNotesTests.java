package com.mentormatch.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class TimeNotesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    private final ResourceBundleMessageSource messages = messages();
    private final TimeNotes notes = new TimeNotes(messages, new TimeWords(messages));

    @Test
    void oneSidesClockChanges() {
        assertThat(of("2027-04-01T18:00", BERLIN, NEW_YORK, "2027-03-20T12:00:00Z"))
            .containsExactly("Clocks change in Berlin on Sun 28 March: at the session Berlin will be 6 hours ahead of"
                    + " New York, not 5 hours.");
        assertThat(of("2027-04-01T12:00", NEW_YORK, BERLIN, "2027-03-20T12:00:00Z")).singleElement()
            .asString()
            .startsWith("Clocks change in Berlin on Sun 28 March: at the session Berlin will be 6 hours ahead");
        assertThat(of("2027-03-20T18:00", BERLIN, NEW_YORK, "2027-03-01T12:00:00Z"))
            .containsExactly("Clocks change in New York on Sun 14 March: at the session Berlin will be 5 hours ahead of"
                    + " New York, not 6 hours.");
    }

    @Test
    void bothChangeAndTheDifferenceToo() {
        assertThat(of("2027-04-10T09:00", BERLIN, LORD_HOWE, "2027-03-20T12:00:00Z"))
            .containsExactly("Clocks change in Lord Howe on Sun 4 April and in Berlin on Sun 28 March: at the session"
                    + " Lord Howe will be 8 hours 30 minutes ahead of Berlin, not 10 hours.");
    }

    @Test
    void bothChangeAlikeOrNobodyDoes() {
        assertThat(of("2027-04-01T18:00", BERLIN, NEW_YORK, "2027-03-01T12:00:00Z")).isEmpty();
        assertThat(of("2027-04-01T18:00", BERLIN, ZoneId.of("Europe/Paris"), "2027-03-01T12:00:00Z")).isEmpty();
        assertThat(of("2027-03-10T18:00", BERLIN, NEW_YORK, "2027-03-01T12:00:00Z")).isEmpty();
    }

    @Test
    void fromOrToTheSameTime() {
        var cairo = ZoneId.of("Africa/Cairo");
        var johannesburg = ZoneId.of("Africa/Johannesburg");
        assertThat(of("2027-05-10T12:00", cairo, johannesburg, "2027-03-01T12:00:00Z")).containsExactly(
                "Clocks change in Cairo on Fri 30 April: at the session Cairo will be 1 hour ahead of Johannesburg, not"
                        + " at the same time.");
        assertThat(of("2027-11-10T12:00", cairo, johannesburg, "2027-10-01T12:00:00Z")).singleElement()
            .asString()
            .endsWith("at the session Cairo and Johannesburg will have the same time, not be 1 hour apart.");
    }

    @ParameterizedTest
    @CsvSource({"2027-06-01T21:45, 0", "2027-06-01T22:00, 1", "2027-06-01T05:45, 1", "2027-06-01T06:00, 0"})
    void nightIsFromTenToSix(String start, int expected) {
        assertThat(of(start, BERLIN, BERLIN, "2027-05-20T12:00:00Z")).hasSize(expected);
    }

    @Test
    void saysWhoseNightItIs() {
        assertThat(of("2027-06-01T03:00", BERLIN, NEW_YORK, "2027-05-20T12:00:00Z"))
            .containsExactly("This is 03:00 at night for you.");
        assertThat(of("2027-06-01T10:00", BERLIN, NEW_YORK, "2027-05-20T12:00:00Z"))
            .containsExactly("This is 04:00 at night for Ada.");
        assertThat(of("2027-06-01T04:30", BERLIN, NEW_YORK, "2027-05-20T12:00:00Z"))
            .containsExactly("This is 04:30 at night for you.", "This is 22:30 at night for Ada.");
        assertThat(of("2027-06-01T04:00", BERLIN, BERLIN, "2027-05-20T12:00:00Z"))
            .containsExactly("This is 04:00 at night for both of you.");
    }

    @Test
    void whatIsPastNeedsNoNote() {
        assertThat(of("2027-06-01T03:00", BERLIN, NEW_YORK, "2027-06-20T12:00:00Z")).isEmpty();
    }

    private List<String> of(String local, ZoneId reader, ZoneId others, String now) {
        return notes.of(LocalDateTime.parse(local).atZone(reader).toInstant(), reader, others, "Ada",
                Instant.parse(now), Locale.ENGLISH);
    }

    private static ResourceBundleMessageSource messages() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages/shared");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
