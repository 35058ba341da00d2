package com.mentormatch.calendar.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.mentormatch.account.SuspendAccount;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import com.mentormatch.testing.Queries;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The private calendar somebody subscribes to. */
class CalendarFeedTests extends PairTest {

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+(/calendar/[\\w-]{43}\\.ics)");

    @Autowired
    CancelBooking cancel;
    @Autowired
    SuspendAccount suspend;
    @Autowired
    JdbcClient jdbc;

    private OfferTerms offer;
    private List<Instant> starts;

    @BeforeEach
    void people() {
        offer = market.offer(mentor, 0, Confirmation.INSTANT);
        starts = market.starts(offer);
    }

    @Test
    void itHasWhatIsAgreedUnderTheSameUids() {
        var first = book(0);
        var second = book(8);
        market.book(mentee, market.offer(mentor, 0, Confirmation.REQUEST));
        for (var reader : List.of(mentor, mentee)) {
            var calendar = read(make(reader));
            assertThat(calendar.getMethod()).isNull();
            assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue()).isEqualTo("MentorMatch");
            assertThat(calendar.getEvents().getFirst().getLocation().getValue())
                .endsWith("/bookings/" + first + "/join");
            assertThat(calendar.getEvents()).extracting(event -> event.getUid().getValue())
                .containsExactly(first + "@mentormatch", second + "@mentormatch");
            assertThat(calendar.getEvents().getFirst().getDateStart().getValue().toInstant()).isEqualTo(starts.get(0));
            assertThat(calendar.getEvents()).allSatisfy(event -> assertThat(event.getAttendees()).isEmpty());
        }
    }

    @Test
    void whatIsCancelledOrLongOverIsGone() {
        var address = make(mentee);
        var gone = book(0);
        var stays = book(8);
        cancel.cancel(mentee.viewer(), gone, null, 0, FormToken.next(), clock.instant());
        assertThat(read(address).getEvents()).extracting(event -> event.getUid().getValue())
            .containsExactly(stays + "@mentormatch");
        clock.moveTo(starts.get(8).plus(Duration.ofDays(29)));
        assertThat(read(address).getEvents()).hasSize(1);
        clock.moveTo(starts.get(8).plus(Duration.ofDays(32)));
        assertThat(read(address).getEvents()).isEmpty();
    }

    @Test
    void nothingNewIsSaidInOneLine() {
        var address = make(mentee);
        book(0);
        var tag = get(address).getResponse().getHeader("ETag");
        clock.forward(Duration.ofMinutes(20));
        assertThat(mvc.get().uri(address).header("If-None-Match", tag)).hasStatus(304)
            .doesNotContainHeader("Set-Cookie");
        book(8);
        assertThat(mvc.get().uri(address).header("If-None-Match", tag)).hasStatusOk();
    }

    @Test
    void howManyQueriesDoesNotDependOnHowManySessions() {
        var address = make(mentee);
        book(0);
        get(address);
        var few = Queries.of(() -> get(address));
        List.of(4, 8, 12, 16).forEach(this::book);
        assertThat(Queries.of(() -> get(address))).hasSameSizeAs(few);
    }

    @Test
    void anAddressIsToldOnceKeptAsADigestAndEndsWithTheNext() {
        var address = make(mentee);
        var token = address.replaceFirst(".*/", "").replace(".ics", "");
        assertThat(page(mentee)).hasStatusOk().bodyText().contains("You have an address").doesNotContain(token);
        var kept = jdbc.sql("SELECT token_hash FROM calendar_feed WHERE account_id = ?")
            .param(Columns.param(mentee.id().value()))
            .query((row, _) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
            .single();
        assertThat(kept).hasSize(32).isNotEqualTo(token);
        var next = make(mentee);
        assertThat(get(address)).hasStatus(404);
        assertThat(get(next)).hasStatusOk();
        assertThat(mvc.post().uri("/account/calendar/removal").with(formKey()).with(mentee.login())).hasStatus(303);
        assertThat(get(next)).hasStatus(404);
        assertThat(page(mentee)).bodyText().contains("You have no address yet", "Make an address");
    }

    @Test
    void itEndsWithASuspension() {
        var address = make(mentee);
        suspend.suspend(cast.admin().viewer(), mentee.id(), "Spam", clock.instant());
        assertThat(get(address)).hasStatus(404);
        suspend.restore(cast.admin().viewer(), mentee.id(), "Was none", clock.instant());
        assertThat(get(address)).hasStatus(404);
    }

    @Test
    void aScriptlessBrowserGetsThePageAndHtmxTheRegion() {
        assertThat(mvc.post().uri("/account/calendar").with(formKey()).with(mentee.login())).hasStatusOk()
            .bodyText()
            .contains("<html", "Here is your address");
        assertThat(
                mvc.post().uri("/account/calendar").header("HX-Request", "true").with(formKey()).with(mentee.login()))
            .hasStatusOk()
            .bodyText()
            .contains("id=\"calendar-feed\"", "Here is your address")
            .doesNotContain("<html");
        assertThat(mvc.post()
            .uri("/account/calendar/removal")
            .header("HX-Request", "true")
            .with(formKey())
            .with(mentee.login())).hasStatus(204).hasHeader("HX-Redirect", "/account/calendar");
    }

    @Test
    void nobodyGuessesOne() {
        for (var token : List.of("none", "a".repeat(43), "a".repeat(5000))) {
            assertThat(get("/calendar/" + token + ".ics")).hasStatus(404);
        }
        for (var token : List.of("%2e%2e", "'%20OR%201=1")) {
            assertThat(mvc.get().uri(URI.create("/calendar/" + token + ".ics"))).hasStatus4xxClientError();
        }
    }

    private BookingId book(int start) {
        return market.book(mentee.viewer(), offer, starts.get(start));
    }

    /** Its path, as the page tells it. */
    private String make(Actor who) {
        var answer = mvc.post().uri("/account/calendar").with(formKey()).with(who.login()).exchange();
        assertThat(answer).hasStatusOk();
        var found = ADDRESS.matcher(body(answer));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult page(Actor who) {
        return mvc.get().uri("/account/calendar").with(who.login()).exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).exchange();
    }

    private ICalendar read(String address) {
        var answer = get(address);
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).startsWith("text/calendar");
        return Biweekly.parse(body(answer)).first();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
