package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calling off what was agreed, and what it leaves behind. */
class CancelBookingTests extends PairTest {

    @Autowired
    CancelBooking cancel;
    @Autowired
    AcceptRequest accept;
    @Autowired
    RecordPayment money;
    @Autowired
    BookingFacts facts;
    @Autowired
    BookingPages pages;
    @Autowired
    JdbcClient jdbc;

    @Test
    void theTimeIsFreeAgainAndTheMenteeCanBookIt() {
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var start = market.starts(offer).getFirst();
        var id = paid(market.book(mentee.viewer(), offer, start));
        assertThat(market.starts(offer)).doesNotContain(start);
        assertThat(cancel(mentee, id, 4500)).isEqualTo(new Outcome.Done(id));
        var details = details(id);
        assertThat(details.status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(details.sequence()).isEqualTo(1);
        assertThat(details.cancellation().by()).isEqualTo(Party.MENTEE);
        assertThat(details.cancellation().reason()).isEqualTo("My plans changed");
        assertThat(details.cancellation().back().minor()).isEqualTo(4500);
        assertThat(holds(id)).isZero();
        assertThat(market.starts(offer)).contains(start);
        assertThat(marks(mentor)).isZero();
        market.book(mentee.viewer(), offer, start);
    }

    @Test
    void aMentorsCancellationLeavesAMarkAnAdminsDoesNot() {
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var id = paid(market.book(mentee.viewer(), offer, market.starts(offer).getFirst()));
        var other = paid(market.book(mentee.viewer(), offer, market.starts(offer).getFirst()));
        clock.moveTo(details(id).time().start().minus(Duration.ofHours(1)));
        assertThat(cancel(mentor, id, 4500)).isEqualTo(new Outcome.Done(id));
        assertThat(marks(mentor)).isEqualTo(1);
        assertThat(cancel(cast.admin(), other, 4500)).isEqualTo(new Outcome.Done(other));
        assertThat(details(other).cancellation().by()).isEqualTo(Party.ADMIN);
        assertThat(marks(mentor)).isEqualTo(1);
    }

    @Test
    void aDeadlineThatPassedBetweenLookAndClickChangesNothing() {
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var id = paid(market.book(mentee.viewer(), offer, market.starts(offer).getFirst()));
        var shown = pages.show(mentee.viewer(), id, clock.instant()).orElseThrow().cancel();
        assertThat(shown.back().minor()).isEqualTo(4500);
        clock.moveTo(shown.until().plusSeconds(1));
        assertThat(cancel(mentee, id, shown.back().minor())).isEqualTo(new Outcome.Refused(Refusal.TERMS_CHANGED));
        assertThat(details(id).status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(cancel(mentee, id, 0)).isEqualTo(new Outcome.Done(id));
        assertThat(details(id).cancellation().back().minor()).isZero();
    }

    @Test
    void onlyWhatIsAgreedAndHasNotBegunCanBeCancelled() {
        var offer = market.offer(mentor, 0, Confirmation.REQUEST);
        var id = market.book(mentee, offer);
        assertThat(cancel(mentee, id, 0)).isEqualTo(new Outcome.Refused(Refusal.NOT_CANCELLABLE));
        accept.accept(mentor.viewer(), id, FormToken.next(), clock.instant());
        assertThat(cancel(cast.stranger(), id, 0)).isEqualTo(new Outcome.Missing());
        clock.moveTo(details(id).time().start());
        assertThat(cancel(mentee, id, 0)).isEqualTo(new Outcome.Refused(Refusal.NOT_CANCELLABLE));
        assertThat(cancel(mentor, id, 0)).isEqualTo(new Outcome.Refused(Refusal.NOT_CANCELLABLE));
    }

    @Test
    void anAcceptedRequestWhoseMoneyIsNotTakenYetCanBeCancelledByBothForNothing() {
        var offer = market.offer(mentor, 4500, Confirmation.REQUEST);
        var id = accepted(market.book(mentee.viewer(), offer, market.starts(offer).getFirst()));
        var terms = pages.show(mentee.viewer(), id, clock.instant()).orElseThrow().cancel();
        assertThat(terms.kind()).isEqualTo("uncharged");
        assertThat(cancel(mentee, id, terms.back().minor())).isEqualTo(new Outcome.Done(id));
        assertThat(money.paid(id, clock.instant())).as("a charge under way goes back")
            .isEqualTo(new PaymentOutcome.TooLate());
        var other = accepted(market.book(mentee.viewer(), offer, market.starts(offer).getFirst()));
        assertThat(cancel(mentor, other, 4500)).isEqualTo(new Outcome.Done(other));
        assertThat(marks(mentor)).isEqualTo(1);
    }

    @Test
    void anAcceptedRequestWhoseMoneyNeverComesEndsWhenItWouldHaveBegun() {
        var offer = market.offer(mentor, 4500, Confirmation.REQUEST);
        var id = accepted(market.book(mentee.viewer(), offer, market.starts(offer).getFirst()));
        clock.moveTo(details(id).time().start().minusSeconds(60));
        assertThat(details(id).status()).isEqualTo(BookingStatus.REQUESTED);
        clock.moveTo(details(id).time().start());
        assertThat(details(id).status()).as("before any task").isEqualTo(BookingStatus.EXPIRED);
        assertThat(money.paid(id, clock.instant())).isEqualTo(new PaymentOutcome.TooLate());
        assertThat(holds(id)).isZero();
    }

    @Test
    void tenClicksAreOneCancellationAndOneMark() throws Exception {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var id = market.book(mentee, offer);
        var token = FormToken.next();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Outcome> click = () -> cancel.cancel(mentor.viewer(), id, null, 0, token, clock.instant());
            for (var answer : crowd.invokeAll(IntStream.range(0, 10).mapToObj(_ -> click).toList())) {
                assertThat(answer.get()).isEqualTo(new Outcome.Done(id));
            }
        }
        assertThat(marks(mentor)).isEqualTo(1);
        assertThat(details(id).sequence()).isEqualTo(1);
    }

    @Test
    void bothAtOnceOneCancelsAndTheOtherIsTold() throws Exception {
        for (var round = 0; round < 10; round++) {
            var id = market.book(cast.mentee(), market.offer(mentor, 0, Confirmation.INSTANT));
            var people = List.of(mentor.viewer(), cast.admin().viewer());
            try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = crowd.invokeAll(people.stream()
                    .<Callable<Outcome>>map(
                            person -> () -> cancel.cancel(person, id, "Ill", 0, FormToken.next(), clock.instant()))
                    .toList());
                var outcomes = List.of(answers.get(0).get(), answers.get(1).get());
                assertThat(outcomes).containsExactlyInAnyOrder(new Outcome.Done(id),
                        new Outcome.Refused(Refusal.NOT_CANCELLABLE));
            }
        }
    }

    private BookingId paid(BookingId id) {
        assertThat(money.paid(id, clock.instant())).isEqualTo(new PaymentOutcome.Seated());
        return id;
    }

    private BookingId accepted(BookingId id) {
        money.authorised(id, clock.instant());
        assertThat(accept.accept(mentor.viewer(), id, FormToken.next(), clock.instant()))
            .isEqualTo(new Outcome.Done(id));
        return id;
    }

    private Outcome cancel(Actor person, BookingId id, long shown) {
        return cancel.cancel(person.viewer(), id, "My plans changed", shown, FormToken.next(), clock.instant());
    }

    private BookingDetails details(BookingId id) {
        return facts.of(id, clock.instant()).orElseThrow();
    }

    private int holds(BookingId id) {
        return jdbc.sql("SELECT COUNT(*) FROM hold WHERE booking_id = ?")
            .param(Columns.param(id.value()))
            .query(Integer.class)
            .single();
    }

    private int marks(Actor mentor) {
        return jdbc.sql("SELECT COUNT(*) FROM mentor_mark WHERE mentor_id = ?")
            .param(Columns.param(mentor.id().value()))
            .query(Integer.class)
            .single();
    }
}
