package com.mentormatch.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.booking.AcceptRequest;
import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.DeclineRequest;
import com.mentormatch.booking.WithdrawBooking;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.payment.PaymentEvent;
import com.mentormatch.payment.PaymentId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bookings made the way people make them, and who finds what in the inbox. */
@IntegrationTest
class BookingMailsTests {

    @Autowired
    Market market;

    @Autowired
    Cast cast;

    @Autowired
    AcceptRequest accept;

    @Autowired
    DeclineRequest decline;

    @Autowired
    WithdrawBooking withdraw;

    @Autowired
    CancelBooking cancel;

    @Autowired
    Tasks tasks;

    @Autowired
    TestClock clock;

    @Autowired
    GreenMail server;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient db;

    private Actor mentor;
    private Actor mentee;

    @BeforeEach
    void people() {
        mentor = market.mentor();
        mentee = cast.mentee();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

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
        accept.accept(mentor.viewer(), booking, FormToken.next(), clock.instant());
        tasks.runDue();
        assertThat(subjects(mentor)).hasSize(2);
        assertThat(subjects(mentee)).hasSize(2);
        assertThat(invitations(mentee)).isEqualTo(1);
    }

    @Test
    void aDeclineDropsWhatWasStillWaiting() throws Exception {
        var booking = book(Confirmation.REQUEST);
        decline.decline(mentor.viewer(), booking, "I am away", FormToken.next(), clock.instant());
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
        withdraw.withdraw(mentee.viewer(), booking, FormToken.next(), clock.instant());
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
        cancel.cancel(mentee.viewer(), booking, "I am ill", 0, FormToken.next(), clock.instant());
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
        var subjects = new ArrayList<String>();
        for (var message : server.getReceivedMessages()) {
            if (((InternetAddress) message.getAllRecipients()[0]).getAddress().equals(reader.email())) {
                subjects.add(message.getSubject());
            }
        }
        return subjects;
    }

    private long invitations(Actor reader) throws Exception {
        var invitations = 0;
        for (var message : server.getReceivedMessages()) {
            if (((InternetAddress) message.getAllRecipients()[0]).getAddress().equals(reader.email())
                    && message.getContentType().startsWith("multipart/mixed")) {
                invitations++;
            }
        }
        return invitations;
    }
}
