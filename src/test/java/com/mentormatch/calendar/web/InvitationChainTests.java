package com.mentormatch.calendar.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.MoveBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What two calendars of different make show after each mail of a booking's life. */
class InvitationChainTests extends PairTest {

    /** One message as a calendar understands it. */
    private record Message(String method, String uid, int sequence, Instant start) {}

    @Autowired
    MoveBooking move;
    @Autowired
    CancelBooking cancel;

    private OfferTerms offer;
    private List<Instant> starts;

    @BeforeEach
    void people() {
        offer = market.offer(mentor, 0, Confirmation.INSTANT);
        starts = market.starts(offer);
    }

    @Test
    void oneEventMovedTwiceThenGone() throws Exception {
        var id = market.book(mentee.viewer(), offer, starts.get(40));
        tasks.runDue();
        move(id, 60);
        move(id, 80);
        assertThat(cancel.cancel(mentee.viewer(), id, null, 0, FormToken.next(), clock.instant()))
            .isEqualTo(new Outcome.Done(id));
        tasks.runDue();
        for (var reader : List.of(mentor, mentee)) {
            var files = inbox(reader).invitations();
            assertThat(files).hasSize(4);
            for (var parser : List.<Function<String, Message>>of(InvitationChainTests::biweekly,
                    InvitationChainTests::ical4j)) {
                var calendar = new HashMap<String, Message>();
                var shown = new ArrayList<List<Instant>>();
                for (var file : files) {
                    take(calendar, parser.apply(file));
                    shown.add(calendar.values().stream().map(Message::start).toList());
                }
                assertThat(shown).containsExactly(List.of(starts.get(40)), List.of(starts.get(60)),
                        List.of(starts.get(80)), List.of());
                // A mail that comes late changes nothing: its number is lower than what is known.
                assertThat(files.stream().map(parser).map(Message::sequence)).containsExactly(0, 1, 2, 3);
            }
        }
    }

    @Test
    void theInvitationIsSentAgainAsItIsNowToWhoeverAsks() throws Exception {
        var id = market.book(mentee.viewer(), offer, starts.get(40));
        tasks.runDue();
        move(id, 60);
        var token = FormToken.next();
        assertThat(again(mentee, id, token)).hasStatus(303).hasHeader("Location", "/bookings/" + id);
        assertThat(mvc.post()
            .uri("/bookings/{id}/invitation", id)
            .param("formToken", token.toString())
            .header("HX-Request", "true")
            .with(formKey())
            .with(mentee.login())).hasStatus(204).hasHeader("HX-Redirect", "/bookings/" + id);
        tasks.runDue();
        assertThat(inbox(mentor).invitations()).as("only whoever asks").hasSize(2);
        assertThat(inbox(mentee).invitations()).hasSize(3);
        assertThat(biweekly(inbox(mentee).invitations().getLast()))
            .isEqualTo(new Message("REQUEST", id + "@mentormatch", 1, starts.get(60)));
        assertThat(mvc.get().uri("/bookings/" + id).with(mentee.login())).bodyText()
            .contains("Send the invitation again");
        assertThat(again(cast.stranger(), id, FormToken.next())).hasStatus(404);
        assertThat(again(cast.admin(), id, FormToken.next())).hasStatus(403);
        for (var i = 0; i < 3; i++) {
            assertThat(again(mentee, id, FormToken.next())).hasStatus(303);
        }
        assertThat(again(mentee, id, FormToken.next())).hasStatus(429);
        cancel.cancel(mentor.viewer(), id, null, 0, FormToken.next(), clock.instant());
        assertThat(again(mentor, id, FormToken.next())).hasStatus(409)
            .bodyText()
            .contains("There is no invitation to send");
    }

    /** RFC 5546: the same UID, and a number that is not lower. */
    private static void take(Map<String, Message> calendar, Message message) {
        var known = calendar.get(message.uid());
        if (known == null || message.sequence() >= known.sequence()) {
            if (message.method().equals("CANCEL")) {
                calendar.remove(message.uid());
            } else {
                calendar.put(message.uid(), message);
            }
        }
    }

    private static Message biweekly(String file) {
        var calendar = Biweekly.parse(file).first();
        var event = calendar.getEvents().getFirst();
        return new Message(calendar.getMethod().getValue(), event.getUid().getValue(), event.getSequence().getValue(),
                event.getDateStart().getValue().toInstant());
    }

    private static Message ical4j(String file) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(file));
            var event = (VEvent) calendar.getComponents().getFirst();
            var stamp = event.getRequiredProperty(Property.DTSTART).getValue();
            return new Message(calendar.getRequiredProperty(Property.METHOD).getValue(),
                    event.getRequiredProperty(Property.UID).getValue(),
                    Integer.parseInt(event.getRequiredProperty(Property.SEQUENCE).getValue()),
                    Instant.parse(stamp.replaceFirst("(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void move(BookingId id, int start) {
        assertThat(move.move(mentee.viewer(), id, starts.get(start), FormToken.next(), clock.instant()))
            .isEqualTo(new Outcome.Done(id));
        tasks.runDue();
    }

    private MvcTestResult again(Actor who, BookingId id, FormToken token) {
        return mvc.post()
            .uri("/bookings/{id}/invitation", id)
            .param("formToken", token.toString())
            .with(formKey())
            .with(who.login())
            .exchange();
    }
}
