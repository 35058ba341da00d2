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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** The page on which a session is called off, and the click. */
class CancellationDoorTests extends PairTest {

    private static final String HOSTILE = "<script>alert(1)</script> \"' & مرحبا";

    @Autowired
    RecordPayment money;
    @Autowired
    BookingFacts facts;

    private OfferTerms offer;
    private BookingId id;

    @BeforeEach
    void booked() {
        offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        id = market.book(mentee, offer);
        money.paid(id, clock.instant());
    }

    @Test
    void theFiguresAreShownBeforeTheClick() {
        assertThat(page(mentee)).hasStatusOk()
            .bodyText()
            .contains("All €45 back", "Nothing back", "Cancel and refund €45 to the card",
                    "name=\"back\" value=\"4500\"");
        assertThat(page(mentor)).hasStatusOk()
            .bodyText()
            .contains("Mara Mentee gets all €45 back", "stays on your record", "Cancel and refund €45 to Mara Mentee");
        assertThat(mvc.get().uri("/bookings/{id}", id).with(mentee.login())).hasStatusOk()
            .bodyText()
            .contains("and get all €45 back; after that, nothing.", "/bookings/" + id + "/cancellation");
    }

    @Test
    void cancellingLeadsToTheBookingOnceHoweverOftenItIsSent() {
        var token = FormToken.next();
        assertThat(cancel(mentee, 4500, token)).hasStatus(303).hasHeader("Location", "/bookings/" + id);
        assertThat(cancel(mentee, 4500, token)).hasStatus(303);
        assertThat(cancel(mentee, 4500, FormToken.next())).hasStatus(409)
            .bodyText()
            .contains("Only a confirmed session that has not begun can be cancelled");
        assertThat(mvc.get().uri("/bookings/{id}/cancellation", id).with(mentee.login())).hasStatus(303);
    }

    @Test
    void htmxIsSentThereWhole() {
        assertThat(cancel(mentee, 4500, FormToken.next()).header("HX-Request", "true")).hasStatus(204)
            .hasHeader("HX-Redirect", "/bookings/" + id);
    }

    @Test
    void aDeadlineCrossedShowsTheNewFiguresAndKeepsTheWords() {
        clock.moveTo(start().minus(Duration.ofHours(23)));
        for (var htmx : new boolean[]{false, true}) {
            var request = cancel(mentee, 4500, FormToken.next()).param("reason", HOSTILE);
            var answer = (htmx ? request.header("HX-Request", "true") : request).exchange();
            assertThat(answer).hasStatus(409)
                .bodyText()
                .contains("What goes back has changed since you looked", "Cancel, nothing is refunded",
                        "&lt;script&gt;alert(1)&lt;/script&gt;", "name=\"back\" value=\"0\"");
        }
        assertThat(facts.of(id, clock.instant()).orElseThrow().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(cancel(mentee, 0, FormToken.next())).hasStatus(303);
    }

    @Test
    void aReasonTooLongIsKeptAndRefused() {
        assertThat(cancel(mentee, 4500, FormToken.next()).param("reason", "because ".repeat(80))).hasStatus(422)
            .bodyText()
            .contains("A reason has at most 500 characters", "because because");
    }

    @Test
    void nonsenseIsABadRequestAndStrangersFindNothing() {
        assertThat(post(mentee).param("formToken", FormToken.next().toString())).hasStatus(400);
        assertThat(post(mentee).param("back", "4500")).hasStatus(400);
        assertThat(page(cast.stranger())).hasStatus(404);
        assertThat(cancel(cast.stranger(), 4500, FormToken.next())).hasStatus(404);
        assertThat(page(cast.admin())).hasStatus(403).bodyText().contains("Only the mentor and the mentee can do this");
    }

    @Test
    void aMenteeWhoseMentorCancelledIsOfferedOtherTimes() {
        assertThat(cancel(mentor, 4500, FormToken.next()).param("reason", "I am ill")).hasStatus(303);
        assertThat(mvc.get().uri("/bookings/{id}", id).with(mentee.login())).hasStatusOk()
            .bodyText()
            .contains("Milo Mentor cancelled this session", "I am ill", "/bookings/new?offer=" + offer.id(),
                    "/mentors?skill=Java");
        assertThat(mvc.get().uri("/bookings/{id}", id).with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("You cancelled this session")
            .doesNotContain("/bookings/new?offer=");
    }

    private Instant start() {
        return facts.of(id, clock.instant()).orElseThrow().time().start();
    }

    private MockMvcRequestBuilder page(Actor person) {
        return mvc.get().uri("/bookings/{id}/cancellation", id).with(person.login());
    }

    private MockMvcRequestBuilder cancel(Actor person, long back, FormToken token) {
        return post(person).param("formToken", token.toString()).param("back", String.valueOf(back));
    }

    private MockMvcRequestBuilder post(Actor person) {
        return mvc.post().uri("/bookings/{id}/cancellation", id).with(formKey()).with(person.login());
    }
}
