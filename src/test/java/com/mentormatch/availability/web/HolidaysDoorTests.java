package com.mentormatch.availability.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.holiday.PublicHolidays;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.net.URI;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class HolidaysDoorTests {

    private static final String HOLIDAYS = "/mentor/availability/holidays";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Market market;

    @Autowired
    Cast cast;

    @Autowired
    EditAvailability availability;

    @Autowired
    PublicHolidays holidays;

    @Autowired
    TestClock clock;

    private Actor mentor;
    private LocalDate today;

    @BeforeEach
    void mentor() {
        mentor = market.mentor();
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
    }

    @Test
    void offersThoseOfTheMentorsCountryFirst() {
        assertThat(get("")).hasStatusOk()
            .bodyText()
            .contains("<option value=\"DE\" selected=\"selected\">Germany", "German Unity Day", "Bavaria",
                    "Take all " + expected("DE", "").size() + " off");
        assertThat(get("?country=DE&part=by")).bodyText().contains("Epiphany");
        assertThat(mvc.get()
            .uri(HOLIDAYS + "?country=NZ&part=by")
            .with(mentor.login())
            .header("HX-Request", "true")
            .exchange()).hasStatusOk().bodyText().contains("Waitangi Day").doesNotContain("<html", "Epiphany");
    }

    @Test
    void takesAllOffAndTwiceChangesNothing() {
        assertThat(post().param("country", "DE").param("all", "true").exchange()).hasStatus(303);
        var expected = expected("DE", "");
        assertThat(kept()).extracting(entry -> entry.exception().first()).containsExactlyElementsOf(expected);
        assertThat(kept()).allSatisfy(entry -> {
            assertThat(entry.exception()).isInstanceOf(Off.class);
            assertThat(entry.note()).isNotBlank();
        });
        assertThat(get("")).bodyText().contains("off already", "You are off on all of these");
        assertThat(post().param("country", "DE").param("all", "true").exchange()).hasStatus(303);
        assertThat(kept()).hasSameSizeAs(expected);
        assertThat(post().param("country", "DE").param("part", "by").param("all", "true").exchange()).hasStatus(303);
        assertThat(kept()).as("only what is new in Bavaria").hasSameSizeAs(expected("DE", "by"));
    }

    @Test
    void takesTheChosenOnesOff() {
        var wanted = expected("DE", "").get(2);
        assertThat(post().param("country", "DE")
            .param("all", "false")
            .param("days", wanted.toString(), "2027-07-07", "<script>")
            .exchange()).hasStatus(303);
        assertThat(kept()).singleElement()
            .satisfies(entry -> assertThat(entry.exception()).isEqualTo(new Off(wanted, wanted)));
        assertThat(post().param("country", "DE").param("all", "false").header("HX-Request", "true").exchange())
            .hasStatus(422)
            .bodyText()
            .contains("id=\"holidays\"", "Choose at least one holiday")
            .doesNotContain("<html");
    }

    @Test
    void asksBeforeASessionFallsOutside() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var holiday = expected("DE", "").getFirst();
        clock.moveTo(holiday.minusDays(5).atTime(12, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant());
        try {
            var start = market.starts(offer)
                .stream()
                .filter(each -> LocalDate.ofInstant(each, ZoneId.of("Europe/Berlin")).equals(holiday))
                .findFirst()
                .orElseThrow();
            var booking = market.book(cast.mentee().viewer(), offer, start);
            assertThat(post().param("country", "DE").param("all", "true").exchange()).hasStatus(409)
                .bodyText()
                .contains("Mara Mentee", "Take them off, leave these sessions as they are");
            assertThat(kept()).isEmpty();
            assertThat(
                    post().param("country", "DE").param("all", "true").param("seen", "/bookings/" + booking).exchange())
                .hasStatus(303);
            assertThat(kept()).isNotEmpty();
        } finally {
            clock.reset();
        }
    }

    @Test
    void moreThanThereCanBeIsToldInASentence() {
        Market.reschedule(availability, mentor.id(),
                schedule -> schedule.withExceptions(IntStream.range(0, Schedule.MOST_EXCEPTIONS)
                    .mapToObj(number -> ExceptionEntry
                        .of(new Off(today.plusYears(3).plusDays(number), today.plusYears(3).plusDays(number)), ""))
                    .toList()));
        assertThat(post().param("country", "DE").param("all", "true").exchange()).hasStatus(422)
            .bodyText()
            .contains("You have 400 dates already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?country=XX", "?country=%3Cscript%3E", "?country=de&part=../x", "?part=by/zz",
            "?country=IL"})
    void whatIsNoCountryIsAsIfNothingWasSaid(String query) {
        assertThat(get(query)).hasStatusOk().bodyText().contains("German Unity Day").doesNotContain("<script>");
    }

    @Test
    void whoIsNoMentorIsSentToBecomeOne() {
        assertThat(mvc.get().uri(HOLIDAYS).with(cast.mentee().login())).hasStatus3xxRedirection();
        assertThat(mvc.post().uri(HOLIDAYS).with(formKey()).with(cast.mentee().login())).hasStatus3xxRedirection();
    }

    private List<LocalDate> expected(String country, String part) {
        return Stream.of(today.getYear(), today.getYear() + 1)
            .flatMap(year -> holidays.of(country, part, Year.of(year), Locale.UK).stream())
            .map(PublicHolidays.Feast::date)
            .filter(date -> !date.isBefore(today))
            .toList();
    }

    private List<ExceptionEntry> kept() {
        return availability.current(mentor.id()).exceptions();
    }

    private MvcTestResult get(String query) {
        return mvc.get().uri(URI.create(HOLIDAYS + query)).with(mentor.login()).exchange();
    }

    private MockMvcRequestBuilder post() {
        return mvc.post().uri(HOLIDAYS).with(formKey()).with(mentor.login());
    }
}
