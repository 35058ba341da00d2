package com.mentormatch.booking;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Everybody's bookings, and a session called off by an admin. */
class AdminBookingDoorTests extends PairTest {

    @Autowired
    RecordPayment money;
    @Autowired
    BookingFacts facts;
    @Autowired
    BookingSearch search;
    @Autowired
    JdbcClient jdbc;

    private Actor admin;
    private OfferTerms offer;
    private BookingId id;

    @BeforeEach
    void booked() {
        admin = cast.admin();
        mentee = cast.person("Zoë " + Ids.next(), Role.MEMBER);
        offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        id = market.book(mentee, offer);
        money.paid(id, clock.instant());
    }

    @Test
    void isFoundByPersonIdStatusAndDate() {
        var address = "/admin/bookings/" + id;
        for (var text : List.of(mentee.name(), mentee.name().substring(5).toUpperCase(), mentee.email(),
                mentee.email().substring(0, 30), mentor.email(), id.toString())) {
            assertThat(list("q", text)).hasStatusOk().bodyText().contains(address);
        }
        assertThat(list("q", cast.stranger().email())).hasStatusOk().bodyText().contains("No booking is like that");
        assertThat(list("q", mentee.email(), "status", "CONFIRMED")).bodyText().contains(address);
        assertThat(list("q", mentee.email(), "status", "CANCELLED")).bodyText().doesNotContain(address);
        var day = facts.of(id, clock.instant()).orElseThrow().time().start().toString().substring(0, 10);
        assertThat(list("q", mentee.email(), "from", "2020-01-01", "to", "2020-01-02")).bodyText()
            .doesNotContain(address);
        assertThat(list("q", mentee.email(), "from", day).exchange()).bodyText().contains(address);
    }

    @Test
    void aDateThatIsNoneIsCorrected() {
        assertThat(list("from", "soon")).hasStatus(422).bodyText().contains("Enter a date.");
        assertThat(list("status", "LOST")).hasStatus(400);
    }

    @Test
    void whatTimeHasMadeOfItIsWhatItIsFoundBy() {
        var time = facts.of(id, clock.instant()).orElseThrow().time();
        clock.moveTo(time.start().plusSeconds(60));
        assertThat(found(BookingStatus.IN_PROGRESS)).containsExactly(id);
        assertThat(found(BookingStatus.CONFIRMED)).isEmpty();
        clock.moveTo(time.end().plus(Duration.ofHours(100)));
        assertThat(found(BookingStatus.COMPLETED)).containsExactly(id);
    }

    @Test
    void oneListContinuesWhereItEnded() {
        var starts = market.starts(offer);
        var second = market.book(mentee.viewer(), offer, starts.get(6));
        var third = market.book(mentee.viewer(), offer, starts.get(12));
        var first = search.find(admin.viewer(), wish(null, null), 2, clock.instant());
        assertThat(first.lines()).extracting(BookingSearch.Line::id).containsExactly(third, second);
        var rest = search.find(admin.viewer(), wish(null, first.more()), 2, clock.instant());
        assertThat(rest.lines()).extracting(BookingSearch.Line::id).containsExactly(id);
        assertThat(rest.more()).isNull();
    }

    @Test
    void onlyAnAdminFindsAny() {
        assertThat(search.find(mentee.viewer(), wish(null, null), 2, clock.instant()).lines()).isEmpty();
    }

    @Test
    void thePageTellsAllOfIt() {
        assertThat(page("")).hasStatusOk()
            .bodyText()
            .contains(mentor.name(), mentee.name(), "€45", "10 %", "How to begin", id.toString(), "Cancel as an admin",
                    "/admin/bookings/" + id + "/cancellation");
    }

    @Test
    void cancellingShowsTheMoneyAndGivesAllOfItBackHoweverLate() {
        clock.moveTo(facts.of(id, clock.instant()).orElseThrow().time().start().minus(Duration.ofMinutes(5)));
        assertThat(page("/cancellation")).hasStatusOk()
            .bodyText()
            .contains("gets all €45 back", "Cancel and refund €45 to", "name=\"back\" value=\"4500\"");
        var token = FormToken.next();
        assertThat(cancel(admin, 4500, "The mentor is in hospital.", token)).hasStatus(303)
            .hasHeader("Location", "/admin/bookings/" + id);
        assertThat(cancel(admin, 4500, "The mentor is in hospital.", token)).hasStatus(303);
        assertThat(cancel(cast.admin(), 4500, "Me too", FormToken.next())).hasStatus(409)
            .bodyText()
            .contains("Only a confirmed session that has not begun can be cancelled");
        var cancellation = facts.of(id, clock.instant()).orElseThrow().cancellation();
        assertThat(cancellation.by()).isEqualTo(Party.ADMIN);
        assertThat(cancellation.back().minor()).isEqualTo(4500);
        assertThat(acts()).containsExactly("booking-cancelled: The mentor is in hospital.");
        assertThat(marks()).isZero();
        assertThat(page("")).bodyText().contains("The mentor is in hospital.").doesNotContain("Cancel as an admin");
        assertThat(page("/cancellation")).hasStatus(303);
    }

    @Test
    void theReasonIsAskedForAndWhatWasTypedIsKept() {
        for (var reason : List.of("", "  ", "because ".repeat(80))) {
            assertThat(cancel(admin, 4500, reason, FormToken.next())).hasStatus(422)
                .bodyText()
                .contains("Say why", reason.strip());
        }
        assertThat(cancel(admin, 4500, " ", FormToken.next()).header("HX-Request", "true")).hasStatus(422)
            .bodyText()
            .startsWith("<div id=\"cancellation\"");
        assertThat(acts()).isEmpty();
    }

    @Test
    void figuresThatHaveChangedAreShownFirst() {
        assertThat(cancel(admin, 1, "Wrong", FormToken.next())).hasStatus(409)
            .bodyText()
            .contains("What goes back has changed", "Wrong");
        assertThat(acts()).isEmpty();
    }

    @Test
    void htmxIsSentThereWhole() {
        assertThat(cancel(admin, 4500, "Asked", FormToken.next()).header("HX-Request", "true")).hasStatus(204)
            .hasHeader("HX-Redirect", "/admin/bookings/" + id);
        assertThat(list("q", mentee.email()).header("HX-Request", "true")).hasStatusOk()
            .bodyText()
            .startsWith("<div id=\"bookings\"");
    }

    @Test
    void nobodyActsOnTheirOwn() {
        id = market.book(admin.viewer(), offer, market.starts(offer).get(9));
        money.paid(id, clock.instant());
        assertThat(page("")).hasStatusOk().bodyText().contains("This booking is yours", "/bookings/" + id);
        assertThat(page("/cancellation")).hasStatus(403).bodyText().contains("No admin decides about a booking of");
        assertThat(cancel(admin, 4500, "I would rather not", FormToken.next())).hasStatus(403);
        assertThat(facts.of(id, clock.instant()).orElseThrow().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(acts()).isEmpty();
    }

    private BookingSearch.Wish wish(BookingStatus status, String after) {
        return new BookingSearch.Wish(mentee.email(), status, null, null, after);
    }

    private List<BookingId> found(BookingStatus status) {
        return search.find(admin.viewer(), wish(status, null), 5, clock.instant())
            .lines()
            .stream()
            .map(BookingSearch.Line::id)
            .toList();
    }

    private MockMvcRequestBuilder list(String... params) {
        var request = mvc.get().uri("/admin/bookings").with(admin.login());
        for (var i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request;
    }

    private MockMvcRequestBuilder page(String rest) {
        return mvc.get().uri("/admin/bookings/" + id + rest).with(admin.login());
    }

    private MockMvcRequestBuilder cancel(Actor who, long back, String reason, FormToken token) {
        return mvc.post()
            .uri("/admin/bookings/{id}/cancellation", id)
            .param("formToken", token.toString())
            .param("back", String.valueOf(back))
            .param("reason", reason)
            .with(formKey())
            .with(who.login());
    }

    private List<String> acts() {
        return jdbc.sql("SELECT CONCAT(act, ': ', reason) FROM admin_act WHERE subject = ?")
            .param(id.toString())
            .query(String.class)
            .list();
    }

    private int marks() {
        return jdbc.sql("SELECT COUNT(*) FROM mentor_mark WHERE booking_id = ?")
            .param(Columns.param(id.value()))
            .query(Integer.class)
            .single();
    }
}
