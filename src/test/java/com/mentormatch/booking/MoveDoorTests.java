package com.mentormatch.booking;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** The pages on which another time is chosen, proposed and answered. */
class MoveDoorTests extends PairTest {

    private static final String HOSTILE = "<script>alert(1)</script> \"' & مرحبا";

    @Autowired
    RecordPayment money;
    @Autowired
    BookingFacts facts;

    private OfferTerms offer;
    private List<Instant> starts;
    private BookingId id;

    @BeforeEach
    void booked() {
        offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        starts = market.starts(offer);
        id = market.book(mentee.viewer(), offer, starts.get(40));
        money.paid(id, clock.instant());
    }

    @Test
    void aTimeIsChosenInTheCalendarAndThenAgreedTo() {
        assertThat(get(mentee, "/move")).hasStatusOk()
            .bodyText()
            .contains("Move the session with Milo Mentor", "twice without asking", "id=\"times\"",
                    "/bookings/" + id + "/move?offer=" + offer.id());
        assertThat(get(mentee, "/move?start=" + starts.get(60))).hasStatusOk()
            .bodyText()
            .contains("New time", "Move it to this time", "After the move you can cancel until");
        assertThat(get(mentor, "/move?start=" + starts.get(60))).hasStatusOk()
            .bodyText()
            .contains("Propose another time to Mara Mentee", "Mara Mentee answers by", "Propose this time")
            .doesNotContain("Move it to this time");
        assertThat(get(mentee, "/move?month=nonsense&view=week")).hasStatusOk();
        assertThat(get(mentee, "/move?start=nonsense")).hasStatus(400);
    }

    @Test
    void htmxTurnsThePagesOfTheCalendarOnly() {
        assertThat(get(mentee, "/move?view=week").header("HX-Request", "true").header("HX-Target", "times"))
            .hasStatusOk()
            .bodyText()
            .contains("id=\"times\"")
            .doesNotContain("<html", "id=\"move\"");
    }

    @Test
    void movingLeadsToTheBookingOnceHoweverOftenItIsSent() {
        var token = FormToken.next();
        for (var i = 0; i < 2; i++) {
            assertThat(post(mentee, "/move").param("start", starts.get(60).toString())
                .param("formToken", token.toString())).hasStatus(303).hasHeader("Location", "/bookings/" + id);
        }
        assertThat(details().moves()).isEqualTo(1);
        assertThat(get(mentee, "")).hasStatusOk().bodyText().contains("data-status=\"moved\"", "moved it to");
        assertThat(get(mentee, "/move?start=" + starts.get(60))).as("back, once it is moved there")
            .hasStatusOk()
            .bodyText()
            .contains("id=\"times\"")
            .doesNotContain("Time slot is no longer available", "New time");
        assertThat(mvc.get().uri("/bookings?moved=true").with(mentee.login())).hasStatusOk()
            .bodyText()
            .contains("/bookings/" + id);
        assertThat(mvc.get().uri("/bookings?moved=true&show=PAST").with(mentee.login())).hasStatusOk()
            .bodyText()
            .contains("None of these was moved");
        assertThat(move(mentee, starts.get(60)).header("HX-Request", "true")).hasStatus(409);
        assertThat(move(mentee, starts.get(70)).header("HX-Request", "true")).hasStatus(204)
            .hasHeader("HX-Redirect", "/bookings/" + id);
    }

    @Test
    void aTimeThatIsGoneKeepsTheWordsAndOffersTheNearest() {
        market.book(cast.mentee().viewer(), offer, starts.get(60));
        var answer = propose(mentor, starts.get(60)).param("note", HOSTILE).exchange();
        assertThat(answer).hasStatus(409)
            .bodyText()
            .contains("Time slot is no longer available", "&lt;script&gt;alert(1)&lt;/script&gt;", "name=\"instead\"")
            .doesNotContain("<script>alert");
        assertThat(propose(mentor, starts.get(60)).param("instead", starts.get(61).toString())).hasStatus(303);
        assertThat(details().proposal().start()).isEqualTo(starts.get(61));
    }

    @Test
    void aProposalIsReadAndAnswered() {
        assertThat(propose(mentor, starts.get(60)).param("note", HOSTILE)).hasStatus(303);
        assertThat(get(mentee, "")).hasStatusOk()
            .bodyText()
            .contains("Milo Mentor proposes another time. Answer by", "Accept the new time",
                    "&lt;script&gt;alert(1)&lt;/script&gt;", "then cancel and get all €45 back");
        assertThat(get(mentor, "")).hasStatusOk()
            .bodyText()
            .contains("You proposed another time", "Withdraw the proposal")
            .doesNotContain("Accept the new time");
        assertThat(mvc.get().uri("/home").with(mentee.login())).hasStatusOk()
            .bodyText()
            .contains("Another time is proposed", "Proposed instead: ", "Answer by ",
                    "/bookings/" + id + "/proposal/acceptance", "value=\"" + starts.get(60) + "\"");
        assertThat(mvc.get().uri("/home").with(mentor.login())).hasStatusOk()
            .bodyText()
            .doesNotContain("Proposed instead: ");
        assertThat(answer(mentor, "acceptance", starts.get(60))).hasStatus(403)
            .bodyText()
            .contains("Only the other one can answer this proposal");
        assertThat(answer(mentee, "acceptance", starts.get(61)).header("HX-Request", "true")).hasStatus(409)
            .bodyText()
            .contains("This proposal is no longer open", "id=\"booking-" + id + "\"");
        assertThat(answer(mentee, "acceptance", starts.get(60)).header("HX-Request", "true")).hasStatusOk()
            .bodyText()
            .contains("data-status=\"moved\"")
            .doesNotContain("<html");
        assertThat(details().time().start()).isEqualTo(starts.get(60));
        assertThat(answer(mentee, "refusal", starts.get(60))).hasStatus(409);
    }

    @Test
    void keepingTheOldTimeAndWithdrawing() {
        assertThat(propose(mentee, starts.get(60))).hasStatus(303);
        assertThat(answer(mentor, "refusal", starts.get(60))).hasStatus(303);
        assertThat(propose(mentee, starts.get(70))).hasStatus(303);
        assertThat(post(mentor, "/proposal/withdrawal").param("formToken", FormToken.next().toString())).hasStatus(403)
            .bodyText()
            .contains("Only whoever made this proposal can withdraw it");
        assertThat(post(mentee, "/proposal/withdrawal").param("formToken", FormToken.next().toString())).hasStatus(303);
        assertThat(details().proposal()).isNull();
        assertThat(details().moves()).isZero();
    }

    @Test
    void theWrongOnesAreTurnedAway() {
        assertThat(move(mentor, starts.get(60))).hasStatus(403)
            .bodyText()
            .contains("Only the mentee can move this session without asking");
        for (var door : List.of("/move", "/proposal", "/proposal/acceptance", "/proposal/refusal",
                "/proposal/withdrawal")) {
            assertThat(post(cast.stranger(), door).param("start", starts.get(60).toString())
                .param("formToken", FormToken.next().toString())).as(door).hasStatus(404);
        }
        assertThat(get(cast.stranger(), "/move")).hasStatus(404);
        assertThat(get(cast.admin(), "/move")).hasStatus(403);
        assertThat(post(mentee, "/move").param("start", "nonsense")).hasStatus(400);
        assertThat(propose(mentor, starts.get(60)).param("note", "because ".repeat(80))).hasStatus(422)
            .bodyText()
            .contains("A note has at most 500 characters", "because because");
    }

    @Test
    void whatCanNoLongerBeMovedSaysSo() {
        clock.moveTo(starts.get(40).minus(Duration.ofHours(23)));
        assertThat(move(mentee, starts.get(90))).hasStatus(409)
            .bodyText()
            .contains("can no longer be moved without asking", "Propose this time", "Moving does not change that");
        clock.moveTo(starts.get(40).minus(Duration.ofHours(1)));
        assertThat(propose(mentee, starts.get(90))).hasStatus(409)
            .bodyText()
            .contains("only until two hours before it begins");
        assertThat(get(mentee, "/move")).hasStatus(303);
    }

    private BookingDetails details() {
        return facts.of(id, clock.instant()).orElseThrow();
    }

    private MockMvcRequestBuilder get(Actor person, String door) {
        return mvc.get().uri("/bookings/" + id + door).with(person.login());
    }

    private MockMvcRequestBuilder move(Actor person, Instant start) {
        return post(person, "/move").param("start", start.toString()).param("formToken", FormToken.next().toString());
    }

    private MockMvcRequestBuilder propose(Actor person, Instant start) {
        return post(person, "/proposal").param("start", start.toString())
            .param("formToken", FormToken.next().toString());
    }

    private MockMvcRequestBuilder answer(Actor person, String answer, Instant start) {
        return post(person, "/proposal/" + answer).param("start", start.toString())
            .param("formToken", FormToken.next().toString());
    }

    private MockMvcRequestBuilder post(Actor person, String door) {
        return mvc.post().uri("/bookings/" + id + door).with(formKey()).with(person.login());
    }
}
