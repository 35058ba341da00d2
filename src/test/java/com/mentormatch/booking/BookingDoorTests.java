package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static com.mentormatch.testing.FormKey.formKey;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import com.mentormatch.testing.TestEnvironment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Every door of a booking: does it work, who is turned away, twice in a row, with htmx and plain. */
class BookingDoorTests extends PairTest {

    private static final String HOSTILE = "<script>alert(1)</script> \"' & مرحبا";

    @Autowired
    BookingFacts facts;

    private OfferTerms offer;
    private Instant start;

    @BeforeEach
    void stage() {
        offer = market.offer(mentor, 0, Confirmation.REQUEST);
        start = market.starts(offer).getFirst();
    }

    @Test
    void theFormSaysWhatWasChosen() {
        assertThat(mvc.get().uri("/bookings/new?offer={offer}&start={start}", offer.id(), start).with(mentee.login()))
            .hasStatusOk()
            .bodyText()
            .contains("Book a session with Milo Mentor", "A good hour", "in Berlin");
    }

    @Test
    void aVisitorSignsInFirst() {
        assertThat(mvc.get().uri("/bookings/new?offer={offer}&start={start}", offer.id(), start).accept("text/html"))
            .hasStatus3xxRedirection();
        assertThat(post("/bookings").param("topic", "x").accept("text/html")).hasStatus3xxRedirection();
    }

    @Test
    void bookingLeadsToTheBookingOnceHoweverOftenItIsSent() {
        var token = FormToken.next();
        var first = book(mentee, "Where to begin", token).exchange();
        var again = book(mentee, "Where to begin", token).exchange();
        assertThat(first).hasStatus(303);
        assertThat(again.getResponse().getHeader("Location")).isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(book(mentee, "Where to begin", FormToken.next())).hasStatus(409)
            .bodyText()
            .contains("You already have a pending request");
    }

    @Test
    void payingComesBeforeTheFactsAndTheFactsBeforeWhatHappened() {
        var id = market.book(mentee, market.offer(mentor, 4500, Confirmation.INSTANT));
        assertThat(mvc.get().uri("/bookings/" + id).with(mentee.login())).hasStatusOk()
            .bodyText()
            .containsSubsequence("Pay €45", "id=\"facts\"", "Release this time", "id=\"timeline\"");
    }

    @Test
    void whoBooksTooOftenIsAskedToWaitAndKeepsTheForm() {
        var token = FormToken.next();
        assertThat(book(mentee, "The first of many", token)).hasStatus(303);
        for (var i = 1; i < TestEnvironment.BOOKING_TRIES; i++) {
            market.request(mentee.viewer(), offer, start);
        }
        var before = facts.of(market.latest(mentee).id(), clock.instant());
        assertThat(book(mentee, "One too many", FormToken.next()).param("message", "All of it")).hasStatus(429)
            .bodyText()
            .contains("a lot of bookings in a short time", "One too many", "All of it", "<html");
        assertThat(book(mentee, "One too many", FormToken.next()).header("HX-Request", "true")
            .header("HX-Target", "booking-form")).hasStatus(429)
            .hasHeader("HX-Retarget", "#booking-form")
            .hasHeader("HX-Reswap", "outerHTML")
            .bodyText()
            .contains("One too many")
            .doesNotContain("<html");
        assertThat(book(mentee, "The first of many", token)).as("what was booked before is answered as it was")
            .hasStatus(303);
        assertThat(facts.of(market.latest(mentee).id(), clock.instant())).isEqualTo(before);
        assertThat(book(cast.mentee(), "Somebody else", FormToken.next())).hasStatus(409);
        clock.forward(Duration.ofMinutes(5));
        assertThat(book(mentee, "After a while", FormToken.next())).hasStatus(409);
    }

    @Test
    void htmxIsSentThereWhole() {
        assertThat(book(mentee, "Where to begin", FormToken.next()).header("HX-Request", "true")).hasStatus(204)
            .headers()
            .hasHeaderSatisfying("HX-Redirect", values -> assertThat(values.getFirst()).startsWith("/bookings/"));
    }

    @Test
    void aTopicIsRequiredAndWhatWasTypedStays() {
        assertThat(book(mentee, " ", FormToken.next()).param("message", HOSTILE)).hasStatus(422)
            .bodyText()
            .contains("Enter a topic of 3 to 120 characters", "&lt;script&gt;alert(1)&lt;/script&gt;")
            .doesNotContain("<script>alert");
        assertThat(book(mentee, "ok", FormToken.next()).header("HX-Request", "true")).hasStatus(422)
            .bodyText()
            .contains("Enter a topic of 3 to 120 characters")
            .doesNotContain("<html");
        assertThat(book(mentee, "Fine topic", FormToken.next()).param("message", "x".repeat(2001))).hasStatus(422)
            .bodyText()
            .contains("A message has at most 2,000 characters");
    }

    @Test
    void aLostSlotKeepsEveryWordAndOffersTheNearest() {
        market.book(cast.mentee().viewer(), offer, start);
        var answer = book(mentee, HOSTILE, FormToken.next()).param("message", "all my words").exchange();
        assertThat(answer).hasStatus(409)
            .bodyText()
            .contains("Time slot is no longer available", "&lt;script&gt;alert(1)&lt;/script&gt;", "all my words",
                    "name=\"instead\"");
        var next = market.starts(offer).getFirst();
        assertThat(book(mentee, HOSTILE, FormToken.next()).param("instead", next.toString())).hasStatus(303);
    }

    @Test
    void priceMentorLengthAndStatusNeverComeFromTheClient() {
        var paid = market.offer(mentor, 4500, Confirmation.INSTANT);
        var answer = post("/bookings").with(mentee.login())
            .param("offer", paid.id().toString())
            .param("start", start.toString())
            .param("topic", "Cheap please")
            .param("formToken", FormToken.next().toString())
            .param("price", "0")
            .param("price.minor", "0")
            .param("status", "CONFIRMED")
            .param("mentor", mentee.id().toString())
            .param("minutes", "15")
            .exchange();
        assertThat(answer).hasStatus(303);
        var booking = market.latest(mentee);
        assertThat(booking.price().minor()).isEqualTo(4500);
        assertThat(booking.status()).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        assertThat(booking.mentor()).isEqualTo(mentor.id());
        assertThat(booking.time().length()).isEqualTo(offer.length());
    }

    @Test
    void nonsenseIsABadRequest() {
        assertThat(mvc.get().uri("/bookings/new?offer=x&start=y").with(mentee.login())).hasStatus(400);
        assertThat(mvc.get().uri("/bookings/not-an-id").with(mentee.login())).hasStatus(400);
        assertThat(post("/bookings").with(mentee.login()).param("topic", "No more than this")).hasStatus(400);
        assertThat(mvc.get().uri("/bookings?show=NOTHING").with(mentee.login())).hasStatus(400);
    }

    @Test
    void aStrangerFindsNothing() {
        var id = market.book(mentee, offer);
        var stranger = cast.stranger();
        assertThat(mvc.get().uri("/bookings/{id}", id).with(stranger.login())).hasStatus(404);
        for (var act : new String[]{"acceptance", "refusal", "withdrawal"}) {
            assertThat(act(stranger, id, act)).hasStatus(404);
        }
    }

    @Test
    void theWrongRoleReadsWhoMay() {
        var id = market.book(mentee, offer);
        assertThat(act(mentee, id, "acceptance")).hasStatus(403)
            .bodyText()
            .contains("Only the mentor can confirm this session");
        assertThat(act(mentor, id, "withdrawal")).hasStatus(403)
            .bodyText()
            .contains("Only the mentee can withdraw this booking");
    }

    @Test
    void acceptingTwiceIsRefusedTheSecondTime() {
        var id = market.book(mentee, offer);
        assertThat(act(mentor, id, "acceptance")).hasStatus(302);
        assertThat(act(mentor, id, "acceptance")).hasStatus(409)
            .bodyText()
            .contains("Only pending requests can be accepted");
    }

    @Test
    void htmxGetsTheRegionAndFromAListTheCard() {
        var id = market.book(mentee, offer);
        assertThat(act(mentor, id, "acceptance").header("HX-Request", "true")).hasStatusOk()
            .hasHeader("HX-Trigger", "requests-changed")
            .bodyText()
            .contains("id=\"booking-" + id + "\"", "You are meeting Mara Mentee")
            .doesNotContain("<html");
        var other = market.book(cast.mentee().viewer(), offer, market.starts(offer).getFirst());
        assertThat(
                act(mentor, other, "acceptance").header("HX-Request", "true").header("HX-Target", "request-" + other))
            .hasStatusOk()
            .bodyText()
            .contains("id=\"request-" + other + "\"");
    }

    @Test
    void aReasonTooLongIsKeptAndRefused() {
        var id = market.book(mentee, offer);
        assertThat(act(mentor, id, "refusal").param("reason", "because ".repeat(80))).hasStatus(422)
            .bodyText()
            .contains("A reason has at most 500 characters", "because because");
        assertThat(act(mentor, id, "refusal").param("reason", HOSTILE)).hasStatus(302);
        assertThat(mvc.get().uri("/bookings/{id}", id).with(mentee.login())).hasStatusOk()
            .bodyText()
            .contains("declined. Nothing was charged", "&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void listsShowOnlyWhatIsTheirs() {
        var id = market.book(mentee, offer);
        assertThat(mvc.get().uri("/bookings?show=WAITING").with(mentee.login())).hasStatusOk()
            .bodyText()
            .contains("/bookings/" + id);
        assertThat(mvc.get().uri("/bookings?show=WAITING&as=MENTOR").with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("/bookings/" + id);
        assertThat(mvc.get().uri("/bookings?show=WAITING&after=garbage").with(cast.stranger().login())).hasStatusOk()
            .bodyText()
            .doesNotContain("/bookings/" + id);
        assertThat(mvc.get().uri("/mentor/requests").with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("request-" + id);
        assertThat(mvc.get().uri("/mentor/requests/count").with(mentor.login())).hasStatusOk().bodyText().contains("1");
        assertThat(mvc.get().uri("/home").with(mentor.login())).hasStatusOk().bodyText().contains("request-" + id);
        assertThat(mvc.get().uri("/home").with(mentee.login())).hasStatusOk().bodyText().contains("/bookings/" + id);
    }

    private MockMvcRequestBuilder book(Actor person, String topic, FormToken token) {
        return post("/bookings").with(person.login())
            .param("offer", offer.id().toString())
            .param("start", start.toString())
            .param("topic", topic)
            .param("formToken", token.toString());
    }

    private MockMvcRequestBuilder act(Actor person, BookingId id, String act) {
        return post("/bookings/" + id + "/" + act).with(person.login()).param("formToken", FormToken.next().toString());
    }

    private MockMvcRequestBuilder post(String uri) {
        return mvc.post().uri(uri).with(formKey());
    }
}
