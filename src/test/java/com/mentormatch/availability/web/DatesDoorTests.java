package com.mentormatch.availability.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.DatedException;
import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.ExtraHours;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.Hours;
import com.mentormatch.availability.Schedule;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Queries;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class DatesDoorTests {

    private static final String DATES = "/mentor/availability/dates";
    private static final String PAST = DATES + "/past/removal";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Market market;

    @Autowired
    Cast cast;

    @Autowired
    EditAvailability availability;

    @Autowired
    TestClock clock;

    private Actor mentor;
    private LocalDate day;

    @BeforeEach
    void mentor() {
        mentor = market.mentor();
        day = today().plusDays(40);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void takesEveryKind() {
        assertThat(add(Map.of("kind", "OFF", "first", day.toString(), "note", "Grandma’s 80th"))).hasStatus(303);
        assertThat(add(Map.of("kind", "OTHER_HOURS", "first", day.plusDays(1).toString(), "last",
                day.plusDays(3).toString(), "hours", "9:00-12:30, 22-2")))
            .hasStatus(303);
        assertThat(add(Map.of("kind", "EXTRA_HOURS", "first", day.plusDays(4).toString(), "hours", "18–24:00")))
            .hasStatus(303);
        assertThat(add(Map.of("kind", "BLOCK", "first", day.plusDays(5).toString(), "last", day.plusDays(7).toString(),
                "from", "14", "to", "9.30")))
            .hasStatus(303);
        assertThat(exceptions()).containsExactlyInAnyOrder(new Off(day, day),
                new OtherHours(day.plusDays(1), day.plusDays(3), List.of(new Hours(540, 750), new Hours(1320, 1560))),
                new ExtraHours(day.plusDays(4), day.plusDays(4), List.of(new Hours(1080, 1440))),
                new Block(day.plusDays(5), 840, day.plusDays(7), 570));
        assertThat(get(DATES + "?year=" + day.getYear())).hasStatusOk()
            .bodyText()
            .contains("Grandma’s 80th", "09:00–12:30, 22:00–02:00", "data-kind=\"OFF\"", "data-kind=\"OTHER_HOURS\"");
    }

    @Test
    void aFormSentTwiceMakesOne() {
        var form = Map.of("kind", "OFF", "first", day.toString(), "formToken", UUID.randomUUID().toString());
        assertThat(add(form)).hasStatus(303);
        assertThat(add(form)).hasStatus(303);
        assertThat(exceptions()).containsExactly(new Off(day, day));
        var colleague = market.mentor();
        assertThat(post(DATES, form, colleague).exchange()).as("nobody’s token is in another’s way").hasStatus(303);
        assertThat(availability.current(colleague.id()).exceptions()).hasSize(1);
    }

    @Test
    void exactlyTheSameAgainIsSenseless() {
        assertThat(add(Map.of("kind", "OFF", "first", day.toString()))).hasStatus(303);
        assertThat(add(Map.of("kind", "OFF", "first", day.toString()))).hasStatus(422)
            .bodyText()
            .contains("exactly that already");
    }

    @Test
    void whatMeetsIsExplained() {
        add(Map.of("kind", "OFF", "first", day.toString(), "last", day.plusDays(4).toString()));
        add(Map.of("kind", "EXTRA_HOURS", "first", day.plusDays(2).toString(), "hours", "10-12"));
        add(Map.of("kind", "BLOCK", "first", day.plusDays(2).toString(), "from", "11", "to", "11:30"));
        assertThat(get(DATES)).hasStatusOk()
            .bodyText()
            .contains("Not off altogether: extra hours on", "yet these hours can be booked",
                    "Takes away from the extra hours on", "A block takes some of it away on");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"OFF|2027-02-29|-|-|-|-|first-error",
            "OFF|-|-|-|-|-|first-error", "OFF|<script>|-|-|-|-|first-error", "OFF|+3|-|-|-|-|last-error",
            "OFF|+3|+2|-|-|-|last-error", "OFF|+3|+400|-|-|-|last-error", "OFF|-3|-3|-|-|-|last-error",
            "OFF|+2000|-|-|-|-|last-error", "OTHER_HOURS|+3|+3|-|-|-|hours-error",
            "OTHER_HOURS|+3|+3|nine|-|-|hours-error", "EXTRA_HOURS|+3|+3|9-12, 11-13|-|-|hours-error",
            "EXTRA_HOURS|+3|+3|9:07-10|-|-|hours-error", "BLOCK|+3|+3|-|-|-|from-error",
            "BLOCK|+3|+3|-|9|25:00|to-error", "BLOCK|+3|+3|-|9:05|10|from-error", "BLOCK|+3|+3|-|10|9|to-error",
            "BLOCK|+3|+4|-|10|0|to-error", "BLOCK|+3|+4|-|24:00|9|from-error",
            "PARTY|+3|+3|-|-|-|Choose what is different", "-|+3|+3|-|-|-|Choose what is different"})
    void saysWhatIsWrongWhereItIs(String kind, String first, String last, String hours, String from, String to,
            String said) {
        if ("+3".equals(first) && "last-error".equals(said) && last == null) {
            last = "soon";
        }
        var form = Map.of("kind", text(kind), "first", date(first), "last", date(last), "hours", text(hours), "from",
                text(from), "to", text(to), "note", "kept <b>");
        assertThat(add(form)).hasStatus(422).bodyText().contains(said, "kept &lt;b&gt;").doesNotContain("<script>");
        assertThat(post(DATES, form, mentor).header("HX-Request", "true").exchange()).hasStatus(422)
            .bodyText()
            .contains("id=\"date-form\"", said)
            .doesNotContain("<html");
        assertThat(exceptions()).isEmpty();
    }

    @Test
    void the29thOfFebruaryIsADayLikeAnyOther() {
        assertThat(add(Map.of("kind", "OFF", "first", "2028-02-29"))).hasStatus(303);
        assertThat(get(DATES + "?year=2028")).bodyText().contains("Tue 29 February 2028: off");
        assertThat(get(DATES + "?year=2027")).bodyText().doesNotContain("2027-02-29");
    }

    @Test
    void hostileTextStaysText() {
        var note = "\"><script>alert(1)</script>\u202E";
        assertThat(add(Map.of("kind", "OFF", "first", day.toString(), "note", note))).hasStatus(303);
        assertThat(get(DATES + "?year=" + day.getYear())).bodyText()
            .contains("&lt;script&gt;alert(1)")
            .doesNotContain("<script>alert", "\u202E");
        assertThat(add(Map.of("kind", "OFF", "first", day.plusDays(1).toString(), "note", "x".repeat(81))))
            .hasStatus(422)
            .bodyText()
            .contains("note-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"year=nonsense", "year=-1", "year=99999", "year=1066", "first=2027-02-30&last=x",
            "year=2028&first=%3Cscript%3E"})
    void oldAndBrokenAddressesShowSomethingSensible(String query) {
        assertThat(get(DATES + "?" + query)).hasStatusOk()
            .bodyText()
            .contains("id=\"year\"")
            .doesNotContain("<script>");
    }

    @Test
    void aDayLeadsToItsForm() {
        assertThat(get(DATES + "?first=" + day)).hasStatusOk().bodyText().contains("value=\"" + day + "\"");
        assertThat(request(DATES + "?year=" + (today().getYear() + 1)).header("HX-Request", "true").exchange())
            .hasStatusOk()
            .bodyText()
            .contains("<section id=\"year\"")
            .doesNotContain("<html");
    }

    @Test
    void isChangedInPlace() {
        add(Map.of("kind", "OFF", "first", day.toString(), "note", "Wedding"));
        var id = only().id();
        assertThat(get(DATES + "/" + id)).hasStatusOk().bodyText().contains("Wedding", day.toString());
        var changed = Map.of("kind", "BLOCK", "first", day.toString(), "last", day.toString(), "from", "12", "to",
                "24:00", "note", "Half a wedding");
        assertThat(post(DATES + "/" + id, changed, mentor).exchange()).hasStatus(303);
        assertThat(only()).isEqualTo(new ExceptionEntry(id, new Block(day, 720, day, 1440), "Half a wedding"));
        assertThat(post(DATES + "/" + id, Map.of("kind", "OFF"), mentor).header("HX-Request", "true").exchange())
            .hasStatus(422)
            .bodyText()
            .contains("id=\"date-form\"", DATES + "/" + id)
            .doesNotContain("<html");
    }

    @Test
    void isRemovedAndBroughtBack() {
        add(Map.of("kind", "EXTRA_HOURS", "first", day.toString(), "hours", "9-12, 14-16", "note", "Open day"));
        var removal = DATES + "/" + only().id() + "/removal";
        var removed = post(removal, Map.of(), mentor).exchange();
        assertThat(removed).hasStatus(303);
        assertThat(exceptions()).isEmpty();
        var undo = (Map<?, ?>) removed.getMvcResult().getFlashMap().get("undo");
        assertThat(request(DATES + "?year=" + day.getYear()).cookie(removed.getResponse().getCookies()).exchange())
            .hasStatusOk()
            .bodyText()
            .contains("Removed: Extra hours, ", "Undo");
        var fields = Map.of("kind", (String) undo.get("kind"), "first", (String) undo.get("first"), "last",
                (String) undo.get("last"), "hours", (String) undo.get("hours"), "note", (String) undo.get("note"),
                "formToken", (String) undo.get("formToken"));
        assertThat(add(fields)).hasStatus(303);
        assertThat(add(fields)).as("undone twice").hasStatus(303);
        assertThat(only().exception())
            .isEqualTo(new ExtraHours(day, day, List.of(new Hours(540, 720), new Hours(840, 960))));
        assertThat(only().note()).isEqualTo("Open day");
        assertThat(post(removal, Map.of(), mentor).exchange()).as("the old one").hasStatus(404);
        assertThat(
                post(DATES + "/" + only().id() + "/removal", Map.of(), mentor).header("HX-Request", "true").exchange())
            .hasStatus(204)
            .hasHeader("HX-Redirect", DATES + "?year=" + day.getYear());
    }

    @Test
    void asksBeforeASessionFallsOutside() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(offer).getFirst();
        var booking = market.book(cast.mentee().viewer(), offer, start);
        var booked = LocalDate.ofInstant(start, BERLIN);
        var form = Map.of("kind", "OFF", "first", booked.toString());
        assertThat(add(form)).hasStatus(409)
            .bodyText()
            .contains("Mara Mentee", "/bookings/" + booking, "leave these sessions as they are");
        assertThat(post(DATES, form, mentor).header("HX-Request", "true").exchange()).hasStatus(409)
            .bodyText()
            .contains("id=\"date-form\"", "name=\"seen\" value=\"/bookings/" + booking)
            .doesNotContain("<html");
        assertThat(exceptions()).isEmpty();
        assertThat(post(DATES, form, mentor).param("seen", "/bookings/another").exchange()).hasStatus(409);
        assertThat(post(DATES, form, mentor).param("seen", "/bookings/" + booking).exchange()).hasStatus(303);
        assertThat(exceptions()).hasSize(1);
        assertThat(add(Map.of("kind", "BLOCK", "first", booked.toString(), "from", "0", "to", "24:00")))
            .as("it is outside already")
            .hasStatus(303);
    }

    @Test
    void asksBeforeTheHoursOfASessionAreRemoved() {
        Market.reschedule(availability, mentor.id(), schedule -> schedule.withWeek(List.of()));
        add(Map.of("kind", "EXTRA_HOURS", "first", today().plusDays(3).toString(), "hours", "0-24"));
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var booking = market.book(cast.mentee(), offer);
        var removal = DATES + "/" + only().id() + "/removal";
        assertThat(post(removal, Map.of(), mentor).exchange()).hasStatus(409)
            .bodyText()
            .contains("Mara Mentee", "<html");
        assertThat(post(removal, Map.of(), mentor).header("HX-Request", "true").exchange()).hasStatus(409)
            .bodyText()
            .contains("<div id=\"removal\"")
            .doesNotContain("<html");
        assertThat(exceptions()).hasSize(1);
        assertThat(post(removal, Map.of("seen", "/bookings/" + booking), mentor).exchange()).hasStatus(303);
        assertThat(exceptions()).isEmpty();
    }

    @Test
    void oneMoreThanThereCanBeIsToldInASentence() {
        Market.reschedule(availability, mentor.id(), schedule -> schedule.withExceptions(full()));
        assertThat(add(Map.of("kind", "OFF", "first", day.minusDays(1).toString()))).hasStatus(422)
            .bodyText()
            .contains("You have 400 dates already");
        assertThat(exceptions()).hasSize(Schedule.MOST_EXCEPTIONS);
        assertThat(get(DATES)).hasStatusOk().bodyText().contains("370 more, further ahead");
    }

    @Test
    void asksTheDatabaseNoMoreForManyThanForFew() {
        Market.reschedule(availability, mentor.id(), schedule -> schedule.withExceptions(full().subList(0, 2)));
        get(DATES);
        var few = Queries.of(() -> get(DATES));
        Market.reschedule(availability, mentor.id(), schedule -> schedule.withExceptions(full()));
        assertThat(Queries.of(() -> get(DATES))).hasSameSizeAs(few);
    }

    @Test
    void whatIsOverIsFoldedAway() {
        add(Map.of("kind", "OFF", "first", today().toString(), "note", "Only today"));
        clock.forward(Duration.ofDays(3));
        assertThat(get(DATES)).hasStatusOk().bodyText().contains("One in the past", "Only today", "Nothing planned");
        var removed = post(DATES + "/" + only().id() + "/removal", Map.of(), mentor).exchange();
        assertThat(request(DATES + "?year=" + today().minusDays(3).getYear()).cookie(removed.getResponse().getCookies())
            .exchange()).bodyText().contains("Removed: Day off").doesNotContain("Undo");
    }

    @Test
    void allThatIsOverGoesAtOnce() {
        var past = today();
        add(Map.of("kind", "OFF", "first", past.toString(), "note", "First"));
        add(Map.of("kind", "EXTRA_HOURS", "first", past.plusDays(1).toString(), "hours", "10-12"));
        add(Map.of("kind", "OFF", "first", past.plusDays(2).toString(), "last", past.plusDays(3).toString()));
        add(Map.of("kind", "OFF", "first", day.toString()));
        assertThat(get(DATES)).bodyText().doesNotContain("Remove past dates");
        clock.forward(Duration.ofDays(3));
        assertThat(get(DATES)).hasStatusOk().bodyText().contains("2 in the past", "Remove past dates");
        post(PAST, Map.of(), market.mentor()).exchange();
        assertThat(exceptions()).as("whose they are").hasSize(4);
        var removed = post(PAST, Map.of(), mentor).exchange();
        assertThat(removed).hasStatus(303).hasHeader("Location", DATES);
        assertThat(exceptions()).containsExactly(new Off(past.plusDays(2), past.plusDays(3)), new Off(day, day));
        assertThat(request(DATES).cookie(removed.getResponse().getCookies()).exchange()).hasStatusOk()
            .bodyText()
            .contains("Removed: Past dates")
            .doesNotContain("Undo", "in the past", "Remove past dates");
        assertThat(post(PAST, Map.of(), mentor).header("HX-Request", "true").exchange()).as("twice, and by htmx")
            .hasStatus(204)
            .hasHeader("HX-Redirect", DATES);
        assertThat(exceptions()).hasSize(2);
    }

    /** Yesterday's hours may reach into today. */
    @Test
    void asksBeforeTheRestOfLastNightGoesToo() {
        var tonight = today();
        Market.reschedule(availability, mentor.id(), schedule -> schedule.withWeek(List.of()));
        add(Map.of("kind", "EXTRA_HOURS", "first", tonight.plusDays(3).toString(), "hours", "20-6"));
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = tonight.plusDays(4).atTime(4, 0).atZone(BERLIN).toInstant();
        var booking = market.book(cast.mentee().viewer(), offer, start);
        clock.moveTo(tonight.plusDays(4).atTime(1, 0).atZone(BERLIN).toInstant());
        assertThat(post(PAST, Map.of(), mentor).exchange()).hasStatus(409)
            .bodyText()
            .contains("<html", "Past dates", "Mara Mentee", "action=\"" + PAST + "\"");
        assertThat(post(PAST, Map.of(), mentor).header("HX-Request", "true").exchange()).hasStatus(409)
            .bodyText()
            .contains("<div id=\"removal\"", "name=\"seen\" value=\"/bookings/" + booking)
            .doesNotContain("<html");
        assertThat(exceptions()).hasSize(1);
        assertThat(post(PAST, Map.of("seen", "/bookings/" + booking), mentor).exchange()).hasStatus(303);
        assertThat(exceptions()).isEmpty();
    }

    @Test
    void whoIsNoMentorIsSentToBecomeOne() {
        assertThat(post(PAST, Map.of(), cast.mentee()).exchange()).hasStatus3xxRedirection();
        assertThat(mvc.get().uri(DATES).with(cast.mentee().login())).hasStatus3xxRedirection();
        assertThat(post(DATES, Map.of("kind", "OFF"), cast.mentee()).exchange()).hasStatus3xxRedirection();
    }

    private List<ExceptionEntry> full() {
        return IntStream.range(0, Schedule.MOST_EXCEPTIONS)
            .mapToObj(number -> ExceptionEntry.of(new Off(day.plusDays(number), day.plusDays(number)), ""))
            .toList();
    }

    private String date(String typed) {
        return typed == null
                ? ""
                : typed.matches("[+-]\\d+") ? today().plusDays(Long.parseLong(typed)).toString() : typed;
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BERLIN);
    }

    private List<DatedException> exceptions() {
        return availability.current(mentor.id()).exceptions().stream().map(ExceptionEntry::exception).toList();
    }

    private ExceptionEntry only() {
        var all = availability.current(mentor.id()).exceptions();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private MvcTestResult add(Map<String, String> form) {
        return post(DATES, form, mentor).exchange();
    }

    private MvcTestResult get(String address) {
        return request(address).exchange();
    }

    private MockMvcRequestBuilder request(String address) {
        return mvc.get().uri(address).with(mentor.login());
    }

    private MockMvcRequestBuilder post(String address, Map<String, String> form, Actor actor) {
        var request = mvc.post().uri(address).with(formKey()).with(actor.login());
        form.forEach(request::param);
        return request;
    }
}
