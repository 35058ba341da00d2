package com.mentormatch.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.payment.PaymentEvent;
import com.mentormatch.payment.PaymentId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bookings made the way people make them, and who finds what in the inbox. */
class BookingMailsTests extends PairTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient db;

    @Test
    void anInstantFreeBookingInvitesBothAtOnce() throws Exception {
        book(Confirmation.INSTANT);
        tasks.runDue();
        assertThat(subjects(mentee)).singleElement().asString().startsWith("Confirmed: A good hour with Milo Mentor");
        assertThat(subjects(mentor)).singleElement().asString().startsWith("Confirmed: A good hour with Mara Mentee");
        assertThat(invitations(mentee)).isEqualTo(1);
        assertThat(invitations(mentor)).isEqualTo(1);
    }

    @Test
    void aRequestIsAskedThenConfirmed() throws Exception {
        var booking = book(Confirmation.REQUEST);
        tasks.runDue();
        assertThat(subjects(mentor)).singleElement().asString().startsWith("Mara Mentee asks for a session");
        assertThat(subjects(mentee)).singleElement().asString().startsWith("Your request to Milo Mentor");
        assertThat(invitations(mentor)).isZero();
        deeds.accept(mentor, booking);
        tasks.runDue();
        assertThat(subjects(mentor)).hasSize(2);
        assertThat(subjects(mentee)).hasSize(2);
        assertThat(invitations(mentee)).isEqualTo(1);
    }

    @Test
    void aDeclineDropsWhatWasStillWaiting() throws Exception {
        var booking = book(Confirmation.REQUEST);
        deeds.decline(mentor, booking, "I am away");
        tasks.runDue();
        assertThat(subjects(mentor)).isEmpty();
        assertThat(subjects(mentee)).singleElement().asString().startsWith("Milo Mentor declined");
    }

    @Test
    void aRequestThatWasAcceptedMeanwhileIsNotAskedAnyMore() throws Exception {
        var booking = market.book(mentee, market.offer(mentor, 4500, Confirmation.REQUEST));
        transactions.run(() -> events.publishEvent(new BookingEvent.Requested(booking, clock.instant())));
        transactions.run(() -> events.publishEvent(new BookingEvent.Accepted(booking, clock.instant())));
        tasks.runDue();
        assertThat(subjects(mentor)).isEmpty();
        assertThat(subjects(mentee)).isEmpty();
    }

    @Test
    void aWithdrawnRequestIsNotAskedAnyMore() throws Exception {
        var booking = book(Confirmation.REQUEST);
        deeds.withdraw(mentee, booking);
        tasks.runDue();
        assertThat(subjects(mentor)).isEmpty();
        assertThat(subjects(mentee)).isEmpty();
    }

    @Test
    void silenceIsToldToBothOnce() throws Exception {
        OfferTerms offer = market.offer(mentor, 0, Confirmation.REQUEST);
        market.book(mentee.viewer(), offer, market.starts(offer).getLast());
        tasks.runDue();
        clock.forward(Duration.ofHours(49));
        tasks.runDue();
        tasks.runDue();
        assertThat(subjects(mentee)).hasSize(2).last().asString().startsWith("No answer from Milo Mentor");
        assertThat(subjects(mentor)).hasSize(2).last().asString().startsWith("The request of Mara Mentee");
    }

    @Test
    void anEventAnnouncedTwiceIsToldOnce() throws Exception {
        var booking = book(Confirmation.INSTANT);
        transactions.run(() -> events.publishEvent(new BookingEvent.Confirmed(booking, clock.instant())));
        tasks.runDue();
        transactions.run(() -> events.publishEvent(new BookingEvent.Confirmed(booking, clock.instant())));
        tasks.runDue();
        assertThat(subjects(mentee)).hasSize(1);
        assertThat(subjects(mentor)).hasSize(1);
    }

    @Test
    void aCancellationIsToldToBothWithTheSameEntryTakenAway() throws Exception {
        var booking = book(Confirmation.INSTANT);
        tasks.runDue();
        deeds.cancel(mentee, booking, 0);
        tasks.runDue();
        for (var reader : List.of(mentee, mentor)) {
            assertThat(subjects(reader)).hasSize(2).last().asString().startsWith("Cancelled: A good hour");
            var sent = db.sql("SELECT method, invitation FROM mail WHERE recipient = ? ORDER BY id")
                .param(reader.email())
                .query((row, _) -> row.getString("method") + " " + new String(row.getBytes("invitation"), UTF_8))
                .list();
            assertThat(sent.getFirst()).contains("REQUEST ", "UID:" + booking + "@mentormatch", "SEQUENCE:0");
            assertThat(sent.getLast()).contains("CANCEL ", "UID:" + booking + "@mentormatch", "SEQUENCE:1");
        }
    }

    @Test
    void aPaymentAnnouncedTwiceIsOneReceipt() throws Exception {
        var booking = book(Confirmation.INSTANT);
        var paid = new PaymentEvent.Paid(booking, new PaymentId(Ids.next()), new Amount(4500, "EUR"), null,
                clock.instant());
        transactions.run(() -> events.publishEvent(paid));
        transactions.run(() -> events.publishEvent(paid));
        tasks.runDue();
        assertThat(subjects(mentee)).hasSize(2).last().asString().startsWith("Receipt: A good hour");
        assertThat(subjects(mentor)).hasSize(1);
    }

    @Test
    void readersInOtherZonesReadTheirOwnClock() {
        db.sql("UPDATE account SET zone = 'Pacific/Auckland' WHERE id = ?")
            .param(Columns.param(mentee.id().value()))
            .update();
        book(Confirmation.INSTANT);
        assertThat(db.sql("SELECT text_part FROM mail WHERE recipient = ?")
            .param(mentee.email())
            .query(String.class)
            .single()).contains("in Berlin", "your time (Auckland)");
    }

    private BookingId book(Confirmation confirmation) {
        OfferTerms offer = market.offer(mentor, 0, confirmation);
        return market.book(mentee, offer);
    }

    private List<String> subjects(Actor reader) throws Exception {
        return inbox(reader).subjects("");
    }

    private int invitations(Actor reader) throws Exception {
        return inbox(reader).invitations().size();
    }
}
