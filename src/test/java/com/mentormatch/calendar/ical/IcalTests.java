package com.mentormatch.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import com.mentormatch.calendar.ical.CalendarEntry.Party;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.TimeSpan;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ical4j wrote is read back by another parser. */
class IcalTests {

    private static final Instant START = Instant.parse("2027-03-12T17:00:00Z");

    @Test
    void readsBackAsWritten() {
        var entry = entry("Ada Byron", "Career review", "Thu 12 March\nin Berlin; bring, please: a CV\\plan", 3);
        var calendar = parse(Ical.request(entry));
        var event = calendar.getEvents().getFirst();
        assertSame(calendar, entry, "REQUEST");
        assertThat(event.getSummary().getValue()).isEqualTo("Career review");
        assertThat(event.getDescription().getValue()).isEqualTo(entry.description());
        assertThat(event.getLocation().getValue()).isEqualTo("Online: https://example.com/bookings/1");
        assertThat(event.getUrl().getValue()).isEqualTo("https://example.com/bookings/1");
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("hello@mentormatch.example");
        assertThat(event.getAttendees()).extracting(a -> a.getEmail())
            .containsExactly("ada@example.com", "ben@example.com");
        assertThat(event.getAttendees()).allSatisfy(attendee -> {
            assertThat(attendee.getParticipationStatus().getValue()).isEqualTo("ACCEPTED");
            assertThat(attendee.getRsvp()).isFalse();
        });
    }

    @Test
    void cancelTakesTheSameEntryAway() {
        var calendar = parse(Ical.cancel(entry("Ada", "Topic", "Text", 4)));
        assertSame(calendar, entry("Ada", "Topic", "Text", 4), "CANCEL");
        assertThat(calendar.getEvents().getFirst().getStatus().isCancelled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nATTENDEE:mailto:eve@example.com", "Ada\nEND:VEVENT\nBEGIN:VEVENT", "\"Ada\" Byron",
            "Ada;CN=x:mailto:eve@example.com", "Ada, Byron: the \\ first;", "עדה ביירון", "\u202Eadhs",
            "👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬", "^n^'", "\u0000\u0007\u001b[31m", "\uD83D alone",
            "\u2028\u2029\u0085", "  ", "\\n\\N\\,"})
    void nothingTypedEscapesItsField(String typed) {
        var entry = entry(typed, typed, typed, 0);
        var calendar = parse(Ical.request(entry));
        assertSame(calendar, entry, "REQUEST");
        var event = calendar.getEvents().getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo(PlainText.line(typed, 250));
        assertThat(event.getDescription().getValue()).isEqualTo(PlainText.block(typed, 4000));
    }

    @Test
    void thousandsOfRandomTextsAndTimes() {
        var random = new Random(20_261_121);
        for (var round = 0; round < 5_000; round++) {
            var start = Instant.ofEpochSecond(1_700_000_000L + random.nextLong(400_000_000L) / 900 * 900);
            var time = TimeSpan.of(start, Duration.ofMinutes(15L * (1 + random.nextInt(32))));
            var entry = new CalendarEntry("id-" + round, random.nextInt(1000), time, start.minusSeconds(5000),
                    text(random), text(random), text(random), URI.create("https://example.com/bookings/" + round),
                    new Party(text(random), "hello@mentormatch.example"),
                    List.of(new Party(text(random), "a@example.com"), new Party(text(random), "b@example.com")));
            assertSame(parse(Ical.request(entry)), entry, "REQUEST");
        }
    }

    @Test
    void foldsBetweenCharactersAndLosesNone() {
        var line = "SUMMARY:" + "é".repeat(70) + "👩🏽‍🔬".repeat(40) + "x".repeat(400);
        var folded = new String(Ical.fold(line + "\r\n"), StandardCharsets.UTF_8);
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\n");
        assertThat(folded).doesNotContain("\uFFFD");
    }

    private static void assertSame(ICalendar read, CalendarEntry entry, String method) {
        assertThat(read.getMethod().getValue()).isEqualTo(method);
        assertThat(read.getEvents()).hasSize(1);
        VEvent event = read.getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo(entry.uid());
        assertThat(event.getSequence().getValue()).isEqualTo(entry.sequence());
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(entry.time().start());
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(entry.time().end());
        assertThat(event.getAttendees()).hasSize(2);
        assertThat(event.getComponents().size()).isZero();
    }

    private static ICalendar parse(byte[] ics) {
        var text = new String(ics, StandardCharsets.UTF_8);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        for (var line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        }
        var warnings = new ArrayList<List<ParseWarning>>();
        var calendars = Biweekly.parse(text).warnings(warnings).all();
        assertThat(warnings).allSatisfy(each -> assertThat(each).isEmpty());
        assertThat(calendars).hasSize(1);
        return calendars.getFirst();
    }

    private static CalendarEntry entry(String name, String summary, String description, int sequence) {
        return new CalendarEntry("0193-id@mentormatch", sequence, TimeSpan.of(START, Duration.ofMinutes(60)),
                Instant.parse("2027-01-01T00:00:00.123456Z"), summary, description,
                "Online: https://example.com/bookings/1", URI.create("https://example.com/bookings/1"),
                new Party("MentorMatch", "hello@mentormatch.example"),
                List.of(new Party(name, "ada@example.com"), new Party("Ben", "ben@example.com")));
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        var length = random.nextInt(10) == 0 ? 500 : random.nextInt(60);
        for (var i = 0; i < length; i++) {
            text.appendCodePoint(switch (random.nextInt(8)) {
                case 0 -> "\r\n\t\";:,\\^='<>&%{}".charAt(random.nextInt(16));
                case 1 -> random.nextInt(0x20);
                case 2 -> 0x0590 + random.nextInt(0x200);
                case 3 -> 0x1F300 + random.nextInt(0x400);
                case 4 -> random.nextInt(0x10000);
                default -> 'a' + random.nextInt(26);
            });
        }
        return text.toString();
    }
}
