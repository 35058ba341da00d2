package com.mentormatch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.Outcome;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.testing.PairTest;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A day and an hour before a session, once each, and never about what is not so any more. */
class RemindersTests extends PairTest {

    private static final String DAY = "Reminder: ";
    private static final String HOUR = "In an hour: ";

    @Autowired
    BookingFacts facts;
    @Autowired
    MailPreferences preferences;
    @Autowired
    Notices notices;
    @Autowired
    JavaMailSenderImpl sender;

    private OfferTerms offer;

    @BeforeEach
    void people() {
        offer = market.offer(mentor, 0, Confirmation.INSTANT);
    }

    @Test
    void bothAreRemindedADayAndAnHourBefore() throws Exception {
        var booking = market.book(mentee, offer);
        var start = start(booking);
        at(start.minus(Duration.ofHours(24)).minusSeconds(60));
        reminded(0, 0);
        at(start.minus(Duration.ofHours(24)).plusSeconds(1));
        reminded(1, 0);
        at(start.minus(Duration.ofHours(2)));
        reminded(1, 0);
        at(start.minus(Duration.ofHours(1)).plusSeconds(1));
        reminded(1, 1);
        at(start.plus(Duration.ofMinutes(10)));
        reminded(1, 1);
        var last = inbox(mentee).mails().getLast();
        assertThat(last.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var parts = (MimeMultipart) last.getContent();
        for (var part = 0; part < 2; part++) {
            assertThat((String) parts.getBodyPart(part).getContent()).contains("/bookings/" + booking + "/join");
        }
    }

    @Test
    void whatIsPastWhenItIsBookedIsNotSent() throws Exception {
        var start = market.starts(offer).getFirst();
        clock.moveTo(start.minus(Duration.ofHours(5)));
        market.book(mentee.viewer(), offer, start);
        tasks.runDue();
        reminded(0, 0);
        at(start.minus(Duration.ofMinutes(59)));
        reminded(0, 1);
    }

    @Test
    void aMoveArmsThemAnew() throws Exception {
        var booking = market.book(mentee, offer);
        var old = start(booking);
        var later = market.starts(offer).get(60);
        assertThat(later).isAfter(old.plus(Duration.ofHours(30)));
        move(booking, later);
        at(old.minus(Duration.ofMinutes(30)));
        reminded(0, 0);
        at(later.minus(Duration.ofHours(23)));
        reminded(1, 0);
        at(later.minus(Duration.ofMinutes(30)));
        reminded(1, 1);
    }

    /** It was told for the old time, and is told again for the new one. */
    @Test
    void aMoveAfterTheFirstReminderRemindsAgain() throws Exception {
        var booking = market.book(mentee.viewer(), offer, market.starts(offer).get(10));
        var old = start(booking);
        at(old.minus(Duration.ofHours(24)).plusSeconds(1));
        reminded(1, 0);
        clock.moveTo(old.minus(Duration.ofHours(24)).minusSeconds(30));
        var later = market.starts(offer).get(70);
        move(booking, later);
        at(later.minus(Duration.ofHours(24)).plusSeconds(1));
        reminded(2, 0);
        at(later.minus(Duration.ofMinutes(59)));
        reminded(2, 1);
    }

    @Test
    void aCancelledSessionIsNotRemindedOf() throws Exception {
        var booking = market.book(mentee, offer);
        var start = start(booking);
        deeds.cancel(mentee, booking, 0);
        at(start.minus(Duration.ofHours(23)));
        at(start.minus(Duration.ofMinutes(30)));
        reminded(0, 0);
    }

    /** Written, not yet sent, and then it is called off: it never leaves. */
    @Test
    void aCancellationDropsAReminderThatWaits() throws Exception {
        var booking = market.book(mentee, offer);
        var start = start(booking);
        tasks.runDue();
        withoutServer(() -> {
            at(start.minus(Duration.ofHours(24)).plusSeconds(1));
            deeds.cancel(mentee, booking, 0);
        });
        clock.forward(Duration.ofMinutes(20));
        tasks.runDue();
        reminded(0, 0);
        assertThat(inbox(mentor).subjects("Cancelled: ")).hasSize(1);
    }

    @Test
    void whoWasAwayForADayIsNotFlooded() throws Exception {
        var start = start(market.book(mentee, offer));
        at(start.minus(Duration.ofMinutes(30)));
        reminded(0, 1);
        var other = start(market.book(mentee, offer));
        at(other.plus(Duration.ofDays(1)));
        reminded(0, 1);
        assertThat(notices.list(mentee.id(), null, 9)).extracting(Notices.Row::kind)
            .doesNotContain(MailKind.REMINDER_DAY)
            .containsOnlyOnce(MailKind.REMINDER_HOUR);
    }

    @Test
    void afterAnHourWithoutServerTheyFollowInOrderAndWhatIsStaleIsDropped() throws Exception {
        var first = market.book(mentee, offer);
        var start = start(first);
        tasks.runDue();
        withoutServer(() -> {
            for (var minute = 0; minute < 60; minute += 6) {
                at(start.minus(Duration.ofHours(24)).plus(Duration.ofMinutes(minute)));
            }
            market.book(mentee.viewer(), offer, market.starts(offer).get(5));
        });
        reminded(0, 0);
        for (var minute = 0; minute < 30; minute += 3) {
            clock.forward(Duration.ofMinutes(3));
            tasks.runDue();
        }
        assertThat(inbox(mentor).subjects("Confirmed: ", DAY)).satisfiesExactly(
                one -> assertThat(one).startsWith("Confirmed: "), two -> assertThat(two).startsWith(DAY),
                three -> assertThat(three).startsWith("Confirmed: "));
        withoutServer(() -> {
            for (var minute = -60; minute <= 0; minute += 6) {
                at(start.plus(Duration.ofMinutes(minute)).plusSeconds(1));
            }
        });
        for (var minute = 0; minute < 30; minute += 3) {
            clock.forward(Duration.ofMinutes(3));
            tasks.runDue();
        }
        assertThat(inbox(mentor).subjects(HOUR)).isEmpty();
    }

    @Test
    void whoDoesWithoutThemIsStillToldByTheBell() throws Exception {
        preferences.choose(mentee.id(), List.of(MailTopic.REVIEWS));
        var start = start(market.book(mentee, offer));
        at(start.minus(Duration.ofHours(24)).plusSeconds(1));
        assertThat(inbox(mentee).subjects(DAY)).isEmpty();
        assertThat(inbox(mentor).subjects(DAY)).hasSize(1);
        assertThat(notices.list(mentee.id(), null, 5)).extracting(Notices.Row::kind)
            .containsExactly(MailKind.REMINDER_DAY);
    }

    private interface Work {

        void run() throws Exception;
    }

    private void withoutServer(Work work) throws Exception {
        var port = sender.getPort();
        sender.setPort(1);
        try {
            work.run();
        } finally {
            sender.setPort(port);
        }
    }

    private void at(Instant instant) {
        clock.moveTo(instant);
        tasks.runDue();
    }

    private void move(BookingId booking, Instant to) {
        assertThat(deeds.move(mentee, booking, to)).isEqualTo(new Outcome.Done(booking));
    }

    private Instant start(BookingId booking) {
        return facts.of(booking, clock.instant()).orElseThrow().time().start();
    }

    private void reminded(int day, int hour) throws Exception {
        for (var reader : List.of(mentee, mentor)) {
            assertThat(inbox(reader).subjects(DAY)).as(reader.name()).hasSize(day);
            assertThat(inbox(reader).subjects(HOUR)).as(reader.name()).hasSize(hour);
        }
    }
}
