package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.SessionSettings;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Deeds;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another time for a session: moved at once, or proposed and answered. */
@IntegrationTest
class MoveTests {

    @Autowired
    Market market;
    @Autowired
    Cast cast;
    @Autowired
    Deeds deeds;
    @Autowired
    MoveBooking move;
    @Autowired
    FollowClock time;
    @Autowired
    RecordPayment money;
    @Autowired
    BookingFacts facts;
    @Autowired
    BookingPages pages;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient jdbc;

    private Actor mentor;
    private Actor mentee;
    private OfferTerms offer;
    private List<Instant> starts;
    private BookingId id;

    @BeforeEach
    void booked() {
        mentor = market.mentor(new SessionSettings(15, 60, 60, 30));
        mentee = cast.mentee();
        offer = market.offer(mentor, OfferKind.ONE_ON_ONE, 60, 4500, Confirmation.INSTANT);
        starts = market.starts(offer);
        id = market.book(mentee.viewer(), offer, starts.get(100));
        money.paid(id, clock.instant());
    }

    @AfterEach
    void inOrder() {
        assertThat(HoldsInOrder.strays(jdbc, List.of(mentor))).as("holds of nothing").isZero();
        assertThat(HoldsInOrder.gaps(jdbc, List.of(mentor))).as("time that is not held").isZero();
        clock.reset();
    }

    @Test
    void bothTimesAreHeldUntilTheOtherAnswers() {
        done(propose(mentee, starts.get(140)));
        assertThat(details().time().start()).as("the old one stands").isEqualTo(starts.get(100));
        assertThat(details().proposal().by()).isEqualTo(Party.MENTEE);
        assertThat(market.starts(offer)).doesNotContain(starts.get(100), starts.get(140));
        done(decline(mentor, starts.get(140)));
        assertThat(market.starts(offer)).contains(starts.get(140)).doesNotContain(starts.get(100));
        assertThat(details().proposal()).isNull();
    }

    @Test
    void aYesMovesTheSessionAndOnlyTheSession() {
        var before = details();
        done(propose(mentee, starts.get(140)));
        done(accept(mentor, starts.get(140)));
        var after = details();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.time().start()).isEqualTo(starts.get(140));
        assertThat(after.time().length()).isEqualTo(before.time().length());
        assertThat(after.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(after.sequence()).isEqualTo(before.sequence() + 1);
        assertThat(after.moves()).isEqualTo(1);
        assertThat(market.starts(offer)).contains(starts.get(100)).doesNotContain(starts.get(140));
        assertThat(acts()).endsWith("move-proposed", "move-accepted");
    }

    @Test
    void aTimeThatOverlapsItsOwnTakesOnlyWhatItLacks() {
        done(propose(mentor, starts.get(101)));
        done(accept(mentee, starts.get(101)));
        assertThat(details().time().start()).isEqualTo(starts.get(100).plus(Duration.ofMinutes(30)));
        done(move(mentee, starts.get(100)));
        assertThat(details().time().start()).isEqualTo(starts.get(100));
    }

    @Test
    void onlyTheOtherOneAnswersAndOnlyWhatIsOpen() {
        refused(accept(mentor, starts.get(140)), Refusal.NO_PROPOSAL);
        refused(withdraw(mentee), Refusal.NO_PROPOSAL);
        done(propose(mentee, starts.get(140)));
        refused(accept(mentee, starts.get(140)), Refusal.ONLY_OTHER_ANSWERS);
        refused(withdraw(mentor), Refusal.ONLY_PROPOSER_WITHDRAWS);
        refused(accept(cast.admin(), starts.get(140)), Refusal.ONLY_PARTICIPANTS);
        refused(propose(cast.admin(), starts.get(140)), Refusal.ONLY_PARTICIPANTS);
        assertThat(accept(cast.stranger(), starts.get(140))).isEqualTo(new Outcome.Missing());
        done(propose(mentee, starts.get(160)));
        refused(accept(mentor, starts.get(140)), Refusal.NO_PROPOSAL);
        assertThat(market.starts(offer)).contains(starts.get(140)).doesNotContain(starts.get(160));
        done(withdraw(mentee));
        refused(accept(mentor, starts.get(160)), Refusal.NO_PROPOSAL);
        assertThat(acts()).endsWith("move-proposed", "move-withdrawn", "move-proposed", "move-withdrawn");
    }

    @Test
    void aProposalCanBeAnsweredWithAnother() {
        done(propose(mentee, starts.get(140)));
        done(propose(mentor, starts.get(160)));
        assertThat(details().proposal().by()).isEqualTo(Party.MENTOR);
        assertThat(market.starts(offer)).contains(starts.get(140)).doesNotContain(starts.get(160));
        done(accept(mentee, starts.get(160)));
        assertThat(acts()).endsWith("move-proposed", "move-declined", "move-proposed", "move-accepted");
    }

    @Test
    void aTimeSomebodyHasIsRefusedAndTheOpenProposalStays() {
        done(propose(mentee, starts.get(140)));
        market.book(cast.mentee().viewer(), offer, starts.get(160));
        refused(propose(mentee, starts.get(160)), Refusal.SLOT_TAKEN);
        refused(propose(mentee, starts.get(100)), Refusal.SLOT_TAKEN);
        refused(propose(mentee, starts.get(140).plusSeconds(60)), Refusal.SLOT_TAKEN);
        assertThat(details().proposal().start()).isEqualTo(starts.get(140));
    }

    @Test
    void itEndsAfterTwoDaysOnReadAndForOthersBeforeAnyTask() {
        done(propose(mentee, starts.get(140)));
        clock.forward(Duration.ofHours(48));
        assertThat(details().proposal()).isNull();
        refused(accept(mentor, starts.get(140)), Refusal.NO_PROPOSAL);
        assertThat(market.starts(offer)).contains(starts.get(140));
        market.book(cast.mentee().viewer(), offer, starts.get(140));
        assertThat(acts()).endsWith("move-proposed", "move-expired");
        assertThat(time.follow(id, clock.instant())).as("once").isFalse();
    }

    @Test
    void itEndsTwoHoursBeforeTheOriginalStart() {
        clock.moveTo(starts.get(100).minus(Duration.ofHours(10)));
        done(propose(mentor, starts.get(140)));
        assertThat(details().proposal().until()).isEqualTo(starts.get(100).minus(Duration.ofHours(2)));
        clock.moveTo(starts.get(100).minus(Duration.ofHours(2)));
        refused(accept(mentee, starts.get(140)), Refusal.NO_PROPOSAL);
        assertThat(time.follow(id, clock.instant())).isTrue();
        refused(propose(mentor, starts.get(140)), Refusal.NOT_MOVABLE);
    }

    @Test
    void whoDeclinesTheMentorsTimeMayLeaveWithAllOfTheMoney() {
        clock.moveTo(starts.get(100).minus(Duration.ofHours(5)));
        assertThat(back()).isZero();
        done(propose(mentor, starts.get(140)));
        done(decline(mentee, starts.get(140)));
        assertThat(back()).isEqualTo(4500);
        assertThat(deeds.cancel(mentee, id, 4500)).isEqualTo(new Outcome.Done(id));
    }

    @Test
    void movingLateDoesNotWinBackALostRefund() {
        clock.moveTo(starts.get(100).minus(Duration.ofHours(5)));
        done(propose(mentee, starts.get(300)));
        done(accept(mentor, starts.get(300)));
        assertThat(Duration.between(clock.instant(), details().time().start())).isGreaterThan(Duration.ofHours(48));
        assertThat(back()).isZero();
    }

    @Test
    void movingInTimeKeepsTheRefundByTheNewStart() {
        clock.moveTo(starts.get(100).minus(Duration.ofHours(25)));
        done(propose(mentee, starts.get(300)));
        clock.forward(Duration.ofHours(2));
        done(accept(mentor, starts.get(300)));
        assertThat(back()).as("asked for in time").isEqualTo(4500);
        clock.moveTo(starts.get(300).minus(Duration.ofHours(23)));
        assertThat(back()).isZero();
    }

    @Test
    void theMenteeMovesAnInstantBookingTwiceUntilADayAhead() {
        refused(move(mentor, starts.get(140)), Refusal.ONLY_MENTEE_MOVES);
        var token = FormToken.next();
        done(move.move(mentee.viewer(), id, starts.get(140), token, clock.instant()));
        done(move.move(mentee.viewer(), id, starts.get(140), token, clock.instant()));
        assertThat(details().moves()).as("a double click moves once").isEqualTo(1);
        done(propose(mentor, starts.get(200)));
        done(move(mentee, starts.get(150)));
        assertThat(details().proposal()).as("answered by moving elsewhere").isNull();
        refused(move(mentee, starts.get(160)), Refusal.MOVE_BY_ASKING);
        done(propose(mentee, starts.get(160)));
    }

    @Test
    void laterThanADayAheadTheMentorIsAsked() {
        clock.moveTo(starts.get(100).minus(Duration.ofHours(23)));
        refused(move(mentee, starts.get(200)), Refusal.MOVE_BY_ASKING);
        done(propose(mentee, starts.get(200)));
        clock.moveTo(starts.get(100).minus(Duration.ofHours(1)));
        refused(move(mentee, starts.get(200)), Refusal.NOT_MOVABLE);
    }

    @Test
    void aRequestedSessionIsMovedByAskingOnly() {
        var request = market.offer(mentor, 0, Confirmation.REQUEST);
        id = market.book(mentee.viewer(), request, starts.get(200));
        refused(propose(mentee, starts.get(210)), Refusal.NOT_MOVABLE);
    }

    @Test
    void theBufferIsTheOneItWasBookedWith() {
        jdbc.sql("UPDATE session_settings SET buffer_minutes = 0 WHERE mentor_id = ?")
            .param(Columns.param(mentor.id().value()))
            .update();
        done(move(mentee, starts.get(140)));
        assertThat(market.starts(offer)).doesNotContain(starts.get(140).plus(Duration.ofMinutes(60)))
            .contains(starts.get(140).plus(Duration.ofMinutes(90)));
    }

    @Test
    void cancellingEndsAProposalAndFreesBothTimes() {
        done(propose(mentor, starts.get(140)));
        assertThat(deeds.cancel(mentee, id, 4500)).isEqualTo(new Outcome.Done(id));
        assertThat(market.starts(offer)).contains(starts.get(100), starts.get(140));
        refused(accept(mentee, starts.get(140)), Refusal.NO_PROPOSAL);
    }

    @Test
    void whatWasProposedIsListedForWhoIsToAnswer() {
        assertThat(pages.proposals(mentor.viewer(), 5, clock.instant())).isEmpty();
        done(propose(mentee, starts.get(140)));
        assertThat(pages.proposals(mentor.viewer(), 5, clock.instant())).extracting(BookingCard::id)
            .containsExactly(id);
        assertThat(pages.proposals(mentee.viewer(), 5, clock.instant())).isEmpty();
        done(accept(mentor, starts.get(140)));
        var moved = pages.list(mentee.viewer(), BookingPages.Side.MENTEE, BookingPages.Shelf.COMING, true, null, 5,
                clock.instant());
        assertThat(moved.cards()).singleElement().returns(true, BookingCard::moved);
        assertThat(moved.cards().getFirst().status()).as("a badge, never a status").isEqualTo(BookingStatus.CONFIRMED);
    }

    private Outcome propose(Actor person, Instant start) {
        return deeds.propose(person, id, start);
    }

    private Outcome accept(Actor person, Instant start) {
        return deeds.acceptMove(person, id, start);
    }

    private Outcome decline(Actor person, Instant start) {
        return deeds.declineMove(person, id, start);
    }

    private Outcome withdraw(Actor person) {
        return deeds.withdrawMove(person, id);
    }

    private Outcome move(Actor person, Instant start) {
        return deeds.move(person, id, start);
    }

    private void done(Outcome outcome) {
        assertThat(outcome).isEqualTo(new Outcome.Done(id));
    }

    private static void refused(Outcome outcome, Refusal reason) {
        assertThat(outcome).isEqualTo(new Outcome.Refused(reason));
    }

    private long back() {
        return pages.show(mentee.viewer(), id, clock.instant()).orElseThrow().cancel().back().minor();
    }

    private BookingDetails details() {
        return facts.of(id, clock.instant()).orElseThrow();
    }

    private List<String> acts() {
        return pages.show(mentor.viewer(), id, clock.instant())
            .orElseThrow()
            .timeline()
            .stream()
            .map(BookingPage.Step::act)
            .toList();
    }
}
