package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.PairTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BookingLifeTests extends PairTest {

    @Autowired
    BookingFacts facts;

    @Autowired
    RequestBooking request;

    @Autowired
    AcceptRequest accept;

    @Autowired
    RecordPayment money;

    @Autowired
    BookingPages pages;

    @Test
    void freeAndInstantIsConfirmedAtOnce() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(offer).getFirst();
        var id = market.book(mentee.viewer(), offer, start);
        assertThat(status(id)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(market.starts(offer)).doesNotContain(start);
    }

    @Test
    void aRequestIsAnsweredWithinTwoDaysAndTwoHoursBeforeTheStart() {
        var offer = market.offer(mentor, 0, Confirmation.REQUEST);
        var soon = market.starts(offer).getFirst();
        var late = market.starts(offer).getLast();
        assertThat(details(market.book(mentee.viewer(), offer, soon)).deadline())
            .isEqualTo(soon.minus(Duration.ofHours(2)));
        assertThat(details(market.book(cast.mentee().viewer(), offer, late)).deadline()).isBetween(
                clock.instant().plus(Duration.ofHours(48)).minusSeconds(60),
                clock.instant().plus(Duration.ofHours(48)));
    }

    @Test
    void acceptingAFreeRequestConfirmsItOnce() {
        var id = market.book(mentee, market.offer(mentor, 0, Confirmation.REQUEST));
        var token = FormToken.next();
        assertThat(accept.accept(mentor.viewer(), id, token, clock.instant())).isEqualTo(new Outcome.Done(id));
        assertThat(accept.accept(mentor.viewer(), id, token, clock.instant())).isEqualTo(new Outcome.Done(id));
        assertThat(deeds.accept(mentor, id)).isEqualTo(new Outcome.Refused(Refusal.NOT_REQUESTED));
        assertThat(details(id).status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(details(id).deadline()).isNull();
    }

    @Test
    void onlyTheMentorAnswersOnlyTheMenteeWithdrawsAndForOthersItDoesNotExist() {
        var id = market.book(mentee, market.offer(mentor, 0, Confirmation.REQUEST));
        assertThat(deeds.accept(mentee, id)).isEqualTo(new Outcome.Refused(Refusal.ONLY_MENTOR_ACCEPTS));
        assertThat(deeds.decline(mentee, id, null)).isEqualTo(new Outcome.Refused(Refusal.ONLY_MENTOR_DECLINES));
        assertThat(deeds.withdraw(mentor, id)).isEqualTo(new Outcome.Refused(Refusal.ONLY_MENTEE_WITHDRAWS));
        var stranger = cast.stranger();
        assertThat(deeds.accept(stranger, id)).isEqualTo(new Outcome.Missing());
        assertThat(deeds.decline(stranger, id, null)).isEqualTo(new Outcome.Missing());
        assertThat(deeds.withdraw(stranger, id)).isEqualTo(new Outcome.Missing());
        assertThat(pages.show(stranger.viewer(), id, clock.instant())).isEmpty();
        assertThat(status(id)).isEqualTo(BookingStatus.REQUESTED);
    }

    @Test
    void decliningAndWithdrawingFreeTheTime() {
        var offer = market.offer(mentor, 0, Confirmation.REQUEST);
        var start = market.starts(offer).getFirst();
        var declined = market.book(mentee.viewer(), offer, start);
        deeds.decline(mentor, declined, "I am away");
        assertThat(details(declined).status()).isEqualTo(BookingStatus.DECLINED);
        assertThat(details(declined).declineReason()).isEqualTo("I am away");
        var withdrawn = market.book(mentee.viewer(), offer, start);
        deeds.withdraw(mentee, withdrawn);
        assertThat(status(withdrawn)).isEqualTo(BookingStatus.WITHDRAWN);
        assertThat(status(market.book(mentee.viewer(), offer, start))).isEqualTo(BookingStatus.REQUESTED);
    }

    @Test
    void whatRanOutIsOverBeforeAnyTaskSaysSo() {
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var start = market.starts(offer).getLast();
        var unpaid = market.book(mentee.viewer(), offer, start);
        assertThat(status(unpaid)).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        clock.forward(Duration.ofMinutes(36));
        assertThat(status(unpaid)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(market.starts(offer)).contains(start);
        var next = market.book(cast.mentee().viewer(), offer, start);
        assertThat(status(next)).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        assertThat(timeline(unpaid)).containsExactly("booked", "expired");
    }

    @Test
    void anOverdueRequestDoesNotBlockTheNextOneToTheSameMentor() {
        var offer = market.offer(mentor, 0, Confirmation.REQUEST);
        var first = market.book(mentee.viewer(), offer, market.starts(offer).getFirst());
        clock.forward(Duration.ofHours(49));
        var second = market.book(mentee.viewer(), offer, market.starts(offer).getLast());
        assertThat(status(first)).isEqualTo(BookingStatus.EXPIRED);
        assertThat(status(second)).isEqualTo(BookingStatus.REQUESTED);
    }

    @Test
    void theTaskAtTheDeadlineWritesItDownOnce() {
        var id = market.book(mentee, market.offer(mentor, 0, Confirmation.REQUEST));
        clock.forward(Duration.ofHours(49));
        tasks.runDue();
        tasks.runDue();
        assertThat(timeline(id)).containsExactly("booked", "expired");
    }

    @Test
    void theTaskWaitsWhereTheDeadlineHasMoved() {
        var id = market.book(mentee, market.offer(mentor, 4500, Confirmation.REQUEST));
        money.authorised(id, clock.instant());
        clock.forward(Duration.ofMinutes(40));
        tasks.runDue();
        assertThat(status(id)).isEqualTo(BookingStatus.REQUESTED);
        clock.forward(Duration.ofHours(48));
        tasks.runDue();
        assertThat(timeline(id)).containsExactly("booked", "authorised", "expired");
    }

    @Test
    void aPaidRequestIsConfirmedByTheMoneyNotByTheYes() {
        var id = market.book(mentee, market.offer(mentor, 4500, Confirmation.REQUEST));
        assertThat(deeds.accept(mentor, id)).isEqualTo(new Outcome.Refused(Refusal.NOT_REQUESTED));
        assertThat(money.authorised(id, clock.instant())).isEqualTo(new PaymentOutcome.Seated());
        assertThat(status(id)).isEqualTo(BookingStatus.REQUESTED);
        deeds.accept(mentor, id);
        assertThat(details(id).accepted()).isTrue();
        clock.forward(Duration.ofDays(1));
        assertThat(status(id)).as("an accepted request has no deadline").isEqualTo(BookingStatus.REQUESTED);
        assertThat(deeds.withdraw(mentee, id)).isEqualTo(new Outcome.Refused(Refusal.NOT_UNDECIDED));
        assertThat(money.paid(id, clock.instant())).isEqualTo(new PaymentOutcome.Seated());
        assertThat(money.paid(id, clock.instant())).isEqualTo(new PaymentOutcome.Seated());
        assertThat(status(id)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(timeline(id)).containsExactly("booked", "authorised", "accepted", "paid");
    }

    @Test
    void aFailedCaptureGivesADayToPayAgain() {
        var offer = market.offer(mentor, 4500, Confirmation.REQUEST);
        var start = market.starts(offer).getFirst();
        var id = accepted(offer, start);
        var until = money.captureFailed(id, clock.instant()).orElseThrow();
        assertThat(until).isBetween(clock.instant().plus(Duration.ofHours(24)).minusSeconds(60),
                clock.instant().plus(Duration.ofHours(24)));
        assertThat(money.captureFailed(id, clock.instant())).as("said once").isEmpty();
        assertThat(status(id)).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        assertThat(market.starts(offer)).as("kept").doesNotContain(start);
        clock.moveTo(until.minusSeconds(5));
        assertThat(money.paid(id, clock.instant())).isEqualTo(new PaymentOutcome.Seated());
        assertThat(status(id)).as("the yes still stands").isEqualTo(BookingStatus.CONFIRMED);
        assertThat(timeline(id)).containsExactly("booked", "authorised", "accepted", "capture-failed", "paid");
    }

    @Test
    void whatIsNotPaidAgainEndsAndFreesTheTime() {
        var offer = market.offer(mentor, 4500, Confirmation.REQUEST);
        var start = market.starts(offer).getLast();
        var id = accepted(offer, start);
        var until = money.captureFailed(id, clock.instant()).orElseThrow();
        clock.moveTo(until);
        assertThat(status(id)).isEqualTo(BookingStatus.EXPIRED);
        tasks.runDue();
        assertThat(market.starts(offer)).contains(start);
        assertThat(money.paid(id, clock.instant())).isEqualTo(new PaymentOutcome.TooLate());
    }

    @Test
    void nobodyPaysAgainOnceItWouldHaveBegun() {
        var offer = market.offer(mentor, 4500, Confirmation.REQUEST);
        var start = market.starts(offer).getFirst();
        var id = accepted(offer, start);
        clock.moveTo(start.minus(Duration.ofHours(1)));
        assertThat(money.captureFailed(id, clock.instant())).contains(start);
        var other = accepted(offer, market.starts(offer).getFirst());
        clock.moveTo(facts.of(other, clock.instant()).orElseThrow().time().start());
        assertThat(money.captureFailed(other, clock.instant())).isEmpty();
        assertThat(status(other)).isEqualTo(BookingStatus.EXPIRED);
    }

    private BookingId accepted(OfferTerms offer, Instant start) {
        var id = market.book(cast.mentee().viewer(), offer, start);
        money.authorised(id, clock.instant());
        deeds.accept(mentor, id);
        return id;
    }

    @Test
    void lateMoneyTakesItsTimeBackWhereItIsStillFree() {
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var start = market.starts(offer).getLast();
        var id = market.book(mentee.viewer(), offer, start);
        clock.forward(Duration.ofMinutes(36));
        tasks.runDue();
        assertThat(money.paid(id, clock.instant())).isEqualTo(new PaymentOutcome.Reseated());
        assertThat(status(id)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(market.starts(offer)).doesNotContain(start);
    }

    @Test
    void lateMoneyIsTooLateWhereSomebodyElseHasTheTimeOrItHasBegunOrTheMenteeLetGo() {
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var start = market.starts(offer).getLast();
        var id = market.book(mentee.viewer(), offer, start);
        clock.forward(Duration.ofMinutes(36));
        market.book(cast.mentee().viewer(), offer, start);
        assertThat(money.paid(id, clock.instant())).isEqualTo(new PaymentOutcome.TooLate());

        var begun = market.book(cast.mentee().viewer(), offer, market.starts(offer).getFirst());
        clock.moveTo(details(begun).time().start());
        assertThat(money.paid(begun, clock.instant())).isEqualTo(new PaymentOutcome.TooLate());

        var released = market.book(mentee.viewer(), offer, market.starts(offer).getFirst());
        deeds.withdraw(mentee, released);
        assertThat(money.paid(released, clock.instant())).isEqualTo(new PaymentOutcome.TooLate());
    }

    @Test
    void theSameFormTenTimesAtOnceIsOneBooking() throws Exception {
        var offer = market.offer(mentor, 4500, Confirmation.REQUEST);
        var wish = new NewBooking(offer.id(), market.starts(offer).getFirst(), "How to begin", null, FormToken.next());
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<RequestBooking.Result> click = () -> request.request(mentee.viewer(), wish, clock.instant());
            var answers = crowd.invokeAll(IntStream.range(0, 10).mapToObj(_ -> click).toList());
            var first = answers.getFirst().get();
            assertThat(first).isInstanceOf(RequestBooking.Booked.class);
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void oneUndecidedRequestToAMentorFiveInAllThreeUnpaid() {
        var offer = market.offer(mentor, 0, Confirmation.REQUEST);
        var starts = market.starts(offer);
        market.book(mentee.viewer(), offer, starts.getFirst());
        assertThat(market.request(mentee.viewer(), offer, starts.getLast()))
            .isEqualTo(new RequestBooking.Refused(Refusal.PENDING_REQUEST));
        for (var i = 1; i < 5; i++) {
            var other = market.offer(market.mentor(), 0, Confirmation.REQUEST);
            market.book(mentee.viewer(), other, starts.get(i * 2));
        }
        var sixth = market.offer(market.mentor(), 0, Confirmation.REQUEST);
        assertThat(market.request(mentee.viewer(), sixth, starts.getLast()))
            .isEqualTo(new RequestBooking.Refused(Refusal.TOO_MANY_UNDECIDED));

        var buyer = cast.mentee().viewer();
        var paid = market.offer(mentor, 4500, Confirmation.INSTANT);
        for (var i = 0; i < 3; i++) {
            market.book(buyer, paid, market.starts(paid).get(i));
        }
        assertThat(market.request(buyer, paid, market.starts(paid).getLast()))
            .isEqualTo(new RequestBooking.Refused(Refusal.TOO_MANY_UNPAID));
    }

    @Test
    void twoRequestsToOneMentorAtTheSameMomentAreOne() throws Exception {
        var offer = market.offer(mentor, 0, Confirmation.REQUEST);
        var starts = market.starts(offer);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = crowd
                .invokeAll(IntStream
                    .range(0, 6).<Callable<RequestBooking
                            .Result>>mapToObj(i -> () -> market.request(mentee.viewer(), offer, starts.get(i)))
                    .toList());
            var booked = 0;
            for (var answer : answers) {
                if (answer.get() instanceof RequestBooking.Booked) {
                    booked++;
                } else {
                    assertThat(answer.get()).isEqualTo(new RequestBooking.Refused(Refusal.PENDING_REQUEST));
                }
            }
            assertThat(booked).isEqualTo(1);
        }
    }

    @Test
    void aTrialIsOnceAndADeclinedOneDoesNotCount() {
        var trial = market.offer(mentor, OfferKind.TRIAL, 30, 0, Confirmation.REQUEST);
        var starts = market.starts(trial);
        var id = market.book(mentee.viewer(), trial, starts.getFirst());
        deeds.decline(mentor, id, null);
        market.book(mentee.viewer(), trial, starts.getFirst());
        assertThat(market.request(mentee.viewer(), trial, starts.getLast()))
            .isEqualTo(new RequestBooking.Refused(Refusal.TRIAL_USED));
    }

    @Test
    void nobodyBooksThemselvesOrWhatIsNotOfferedOrWhileTheyAreElsewhere() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(offer).getFirst();
        assertThat(market.request(mentor.viewer(), offer, start))
            .isEqualTo(new RequestBooking.Refused(Refusal.OWN_OFFER));
        assertThat(market.request(mentee.viewer(), offer, start.plusSeconds(60)))
            .isEqualTo(new RequestBooking.Refused(Refusal.SLOT_TAKEN));
        assertThat(market.request(mentee.viewer(), offer, clock.instant().plusSeconds(60)))
            .isEqualTo(new RequestBooking.Refused(Refusal.SLOT_TAKEN));
        market.book(mentee.viewer(), offer, start);
        var elsewhere = market.offer(market.mentor(), 0, Confirmation.INSTANT);
        assertThat(market.request(mentee.viewer(), elsewhere, start))
            .isEqualTo(new RequestBooking.Refused(Refusal.MENTEE_BUSY));
        var asMentee = market.offer(market.open(mentee), 0, Confirmation.INSTANT);
        assertThat(market.starts(asMentee)).as("who is in a session as mentee is no mentor then").doesNotContain(start);
    }

    private BookingStatus status(BookingId id) {
        return details(id).status();
    }

    private BookingDetails details(BookingId id) {
        return facts.of(id, clock.instant()).orElseThrow();
    }

    private List<String> timeline(BookingId id) {
        return pages.show(mentor.viewer(), id, clock.instant())
            .or(() -> pages.show(mentee.viewer(), id, clock.instant()))
            .orElseThrow()
            .timeline()
            .stream()
            .map(BookingPage.Step::act)
            .toList();
    }
}
