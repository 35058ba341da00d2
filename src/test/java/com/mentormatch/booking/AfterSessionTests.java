package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the start of a session to its end: by the clock, by the people's words, by an admin's ruling. */
class AfterSessionTests extends PairTest {

    @Autowired
    BookingFacts facts;
    @Autowired
    BookingPages pages;
    @Autowired
    HomePages homes;
    @Autowired
    MentorFigures figures;
    @Autowired
    OpenDisputes disputes;
    @Autowired
    RecordPayment money;
    @Autowired
    CompleteSession complete;
    private Actor admin;
    private BookingId id;
    private TimeSpan time;

    @BeforeEach
    void booked() {
        admin = cast.admin();
        book(mentee);
    }

    private void book(Actor person) {
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        id = market.book(person.viewer(), offer, market.starts(offer).get(40));
        money.paid(id, clock.instant());
        time = details().time();
    }

    @Test
    void timeHasDoneItsWorkBeforeAnyTaskWritesItDown() {
        at(time.start());
        assertThat(status()).isEqualTo(BookingStatus.IN_PROGRESS);
        at(time.end().plus(Duration.ofMinutes(15)));
        assertThat(status()).isEqualTo(BookingStatus.PENDING_COMPLETION);
        assertThat(figures.of(mentor.viewer(), clock.instant())).isEqualTo(new MentorFigures.Figures(0, 0, 0, 0));
        assertThat(home(mentee).toConfirm()).singleElement()
            .satisfies(card -> assertThat(card.deadline()).isEqualTo(time.end().plus(Duration.ofHours(72))));
        at(time.end().plus(Duration.ofHours(72)));
        assertThat(status()).isEqualTo(BookingStatus.COMPLETED);
        assertThat(figures.of(mentor.viewer(), clock.instant())).isEqualTo(new MentorFigures.Figures(1, 1, 0, 0));
        assertThat(home(mentee).toConfirm()).isEmpty();
        assertThat(acts()).containsExactly("booked", "paid");
    }

    @Test
    void tasksWriteItDownStepByStepAtTheirMoments() {
        at(time.start().plusSeconds(1));
        tasks.runDue();
        assertThat(acts()).endsWith("started");
        at(time.end().plus(Duration.ofMinutes(15)).plusSeconds(1));
        tasks.runDue();
        assertThat(acts()).endsWith("started", "ended");
        at(time.end().plus(Duration.ofHours(72)).plusSeconds(1));
        tasks.runDue();
        tasks.runDue();
        assertThat(acts()).containsExactly("booked", "paid", "started", "ended", "completed");
    }

    @Test
    void whatIsWrittenDaysLaterStillHappenedWhenItDid() {
        at(time.end().plus(Duration.ofDays(9)));
        tasks.runDue();
        assertThat(steps()).extracting(BookingPage.Step::act)
            .containsExactly("booked", "paid", "started", "ended", "completed");
        assertThat(steps()).extracting(BookingPage.Step::at)
            .endsWith(time.start(), time.end().plus(Duration.ofMinutes(15)), time.end().plus(Duration.ofHours(72)));
    }

    @Test
    void aSessionThatMovedBeginsAtItsNewTime() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var starts = market.starts(offer);
        id = market.book(mentee.viewer(), offer, starts.get(60));
        assertThat(deeds.move(mentee, id, starts.get(90))).isEqualTo(new Outcome.Done(id));
        at(starts.get(60).plus(Duration.ofMinutes(30)));
        tasks.runDue();
        assertThat(acts()).containsExactly("booked", "moved");
        at(starts.get(90).plusSeconds(1));
        tasks.runDue();
        assertThat(steps().getLast().at()).isEqualTo(starts.get(90));
    }

    @Test
    void theMentorSaysThatItIsOverOnceItIs() {
        var token = FormToken.next();
        at(time.start().plus(Duration.ofMinutes(5)));
        assertThat(complete.complete(mentor.viewer(), id, token, clock.instant()))
            .isEqualTo(new Outcome.Refused(Refusal.NOT_OVER));
        at(time.end());
        assertThat(complete.complete(mentee.viewer(), id, token, clock.instant()))
            .isEqualTo(new Outcome.Refused(Refusal.ONLY_MENTOR_COMPLETES));
        assertThat(complete.complete(cast.stranger().viewer(), id, token, clock.instant()))
            .isEqualTo(new Outcome.Missing());
        for (var i = 0; i < 2; i++) {
            assertThat(complete.complete(mentor.viewer(), id, token, clock.instant())).isEqualTo(new Outcome.Done(id));
        }
        assertThat(status()).isEqualTo(BookingStatus.PENDING_COMPLETION);
        assertThat(acts()).endsWith("started", "marked-complete");
        assertThat(deeds.complete(mentor, id)).isEqualTo(new Outcome.Refused(Refusal.NOT_COMPLETABLE));
        at(time.end().plus(Duration.ofHours(72)).plusSeconds(1));
        tasks.runDue();
        assertThat(acts()).endsWith("marked-complete", "completed");
    }

    @Test
    void theMenteesWordEndsIt() {
        at(time.end());
        assertThat(deeds.confirm(mentee, id)).isEqualTo(new Outcome.Refused(Refusal.NOT_CONFIRMABLE));
        at(time.end().plus(Duration.ofHours(2)));
        assertThat(deeds.confirm(mentor, id)).isEqualTo(new Outcome.Refused(Refusal.ONLY_MENTEE_CONFIRMS));
        assertThat(deeds.confirm(mentee, id)).isEqualTo(new Outcome.Done(id));
        assertThat(acts()).as("what no task has written yet comes first").endsWith("started", "ended", "confirmed");
        assertThat(deeds.dispute(mentee, id)).isEqualTo(new Outcome.Refused(Refusal.NOT_DISPUTABLE));
    }

    @Test
    void aMenteesDisputeWaitsForAnAdminHoweverLong() {
        dispute();
        assertThat(details().complaint().until()).isEqualTo(details().complaint().at().plus(Duration.ofHours(48)));
        assertThat(home(mentor).disputes()).hasSize(1);
        assertThat(home(mentee).disputes()).isEmpty();
        assertThat(rule(admin, 0)).isEqualTo(new Outcome.Refused(Refusal.STILL_TO_ANSWER));
        clock.forward(Duration.ofDays(5));
        tasks.runDue();
        assertThat(status()).isEqualTo(BookingStatus.DISPUTED);
        assertThat(deeds.answer(mentor, id)).isEqualTo(new Outcome.Refused(Refusal.NOTHING_TO_ANSWER));
        assertThat(rule(admin, 4501)).isEqualTo(new Outcome.Refused(Refusal.REFUND_OUT_OF_BOUNDS));
        assertThat(rule(admin, -1)).isEqualTo(new Outcome.Refused(Refusal.REFUND_OUT_OF_BOUNDS));
        assertThat(rule(admin, 2000)).isEqualTo(new Outcome.Done(id));
        assertThat(status()).isEqualTo(BookingStatus.RESOLVED);
        assertThat(details().ruling()).satisfies(ruling -> {
            assertThat(ruling.refund()).isEqualTo(new Amount(2000, "EUR"));
            assertThat(ruling.rest()).isEqualTo(new Amount(2500, "EUR"));
            assertThat(ruling.by()).isEqualTo(admin.id());
        });
        assertThat(acts()).endsWith("started", "ended", "disputed", "ruled-back");
    }

    @Test
    void onlyTheOtherOneAnswersAndOnce() {
        dispute();
        assertThat(deeds.answer(mentee, id)).isEqualTo(new Outcome.Refused(Refusal.ONLY_OTHER_ANSWERS_DISPUTE));
        assertThat(deeds.answer(admin, id)).isEqualTo(new Outcome.Refused(Refusal.ONLY_PARTICIPANTS));
        assertThat(answer()).isEqualTo(new Outcome.Done(id));
        assertThat(deeds.answer(mentor, id)).isEqualTo(new Outcome.Refused(Refusal.NOTHING_TO_ANSWER));
        assertThat(home(mentor).disputes()).isEmpty();
        assertThat(rule(admin, 4500)).as("as soon as there is an answer").isEqualTo(new Outcome.Done(id));
    }

    @Test
    void aNoShowIsReportedInItsTimeOnly() {
        at(time.start().plus(Duration.ofMinutes(15)).minusSeconds(1));
        assertThat(report(mentor)).isEqualTo(new Outcome.Refused(Refusal.NOT_REPORTABLE));
        at(time.end().plus(Duration.ofHours(24)).plusSeconds(1));
        assertThat(report(mentor)).isEqualTo(new Outcome.Refused(Refusal.NOT_REPORTABLE));
        at(time.start().plus(Duration.ofMinutes(16)));
        assertThat(report(mentee)).isEqualTo(new Outcome.Refused(Refusal.ONLY_MENTOR_REPORTS));
        assertThat(report(mentor)).isEqualTo(new Outcome.Done(id));
        assertThat(status()).isEqualTo(BookingStatus.DISPUTED);
        at(time.end().plus(Duration.ofHours(1)));
        tasks.runDue();
        assertThat(acts()).as("the clock does nothing to it meanwhile").endsWith("started", "no-show");
    }

    @Test
    void aReportThatNobodyContestsStandsByItself() {
        at(time.end().plus(Duration.ofHours(1)));
        report(mentor);
        var until = details().complaint().until();
        at(until.plus(Duration.ofDays(2)));
        assertThat(status()).isEqualTo(BookingStatus.RESOLVED);
        assertThat(details().ruling())
            .isEqualTo(new Ruling(new Amount(4500, "EUR"), new Amount(0, "EUR"), null, null, until, false, false));
        assertThat(disputes.page(null, 500, clock.instant()).cards()).extracting(DisputeCard::id).doesNotContain(id);
        assertThat(rule(admin, 4500)).isEqualTo(new Outcome.Refused(Refusal.ALREADY_RULED));
        tasks.runDue();
        assertThat(steps().getLast()).satisfies(step -> {
            assertThat(step.act()).isEqualTo("uncontested");
            assertThat(step.at()).isEqualTo(until);
        });
        assertThat(appeal(mentee)).isEqualTo(new Outcome.Done(id));
    }

    @Test
    void aContestedReportGoesToAnAdmin() {
        at(time.end().plus(Duration.ofHours(1)));
        report(mentor);
        assertThat(deeds.answer(mentee, id)).isEqualTo(new Outcome.Done(id));
        clock.forward(Duration.ofDays(3));
        tasks.runDue();
        assertThat(status()).isEqualTo(BookingStatus.DISPUTED);
        assertThat(disputes.ready(500, clock.instant())).extracting(DisputeCard::id).contains(id);
        assertThat(rule(admin, 4500)).isEqualTo(new Outcome.Done(id));
    }

    @Test
    void nobodyRulesOnTheirOwnBooking() {
        var clerk = cast.person("Clara Clerk", Role.ADMIN);
        book(clerk);
        at(time.end().plus(Duration.ofHours(1)));
        deeds.dispute(clerk, id);
        answer();
        assertThat(rule(clerk, 4500)).isEqualTo(new Outcome.Refused(Refusal.OWN_BOOKING));
        assertThat(rule(mentor, 0)).isEqualTo(new Outcome.Refused(Refusal.OWN_BOOKING));
        assertThat(rule(admin, 4500)).isEqualTo(new Outcome.Done(id));
    }

    @Test
    void ofTwoAdminsAtOnceOneDecides() throws Exception {
        dispute();
        answer();
        var other = cast.admin();
        var together = new CyclicBarrier(2);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = both.invokeAll(List.<Callable<Outcome>>of(() -> {
                together.await();
                return rule(admin, 0);
            }, () -> {
                together.await();
                return rule(other, 4500);
            })).stream().map(java.util.concurrent.Future::resultNow).toList();
            assertThat(outcomes).containsExactlyInAnyOrder(new Outcome.Done(id),
                    new Outcome.Refused(Refusal.ALREADY_RULED));
            var first = outcomes.getFirst() instanceof Outcome.Done ? admin : other;
            assertThat(details().ruling().by()).isEqualTo(first.id());
        }
        assertThat(acts()).filteredOn(act -> act.startsWith("ruled")).hasSize(1);
    }

    @Test
    void anAppealIsHeardOnceAndGivesOnlyMore() {
        dispute();
        answer();
        rule(admin, 2000);
        assertThat(appeal(admin)).isEqualTo(new Outcome.Refused(Refusal.ONLY_PARTICIPANTS));
        clock.forward(Duration.ofDays(6));
        assertThat(appeal(mentor)).isEqualTo(new Outcome.Done(id));
        assertThat(appeal(mentee)).isEqualTo(new Outcome.Refused(Refusal.NOT_APPEALABLE));
        assertThat(status()).as("what was decided stands meanwhile").isEqualTo(BookingStatus.RESOLVED);
        assertThat(details().ruling().refund()).isEqualTo(new Amount(2000, "EUR"));
        assertThat(home(mentee).disputes()).hasSize(1);
        clock.forward(Duration.ofDays(3));
        tasks.runDue();
        assertThat(rule(admin, 1000)).as("what went back stays")
            .isEqualTo(new Outcome.Refused(Refusal.REFUND_OUT_OF_BOUNDS));
        assertThat(rule(admin, 3000)).isEqualTo(new Outcome.Done(id));
        assertThat(details().ruling().refund()).isEqualTo(new Amount(3000, "EUR"));
        assertThat(details().ruling().onAppeal()).isTrue();
        assertThat(appeal(mentor)).isEqualTo(new Outcome.Refused(Refusal.NOT_APPEALABLE));
        assertThat(acts()).endsWith("ruled-back", "appealed", "ruled-back");
    }

    @Test
    void afterSevenDaysARulingStands() {
        dispute();
        answer();
        rule(admin, 0);
        clock.forward(Duration.ofDays(7));
        assertThat(appeal(mentee)).isEqualTo(new Outcome.Refused(Refusal.NOT_APPEALABLE));
        assertThat(acts()).endsWith("dispute-answered", "ruled-none");
    }

    private void dispute() {
        at(time.end().plus(Duration.ofHours(1)));
        assertThat(deeds.dispute(mentor, id)).isEqualTo(new Outcome.Refused(Refusal.ONLY_MENTEE_DISPUTES));
        assertThat(deeds.dispute(mentee, id)).isEqualTo(new Outcome.Done(id));
    }

    private Outcome report(Actor person) {
        return deeds.reportNoShow(person, id);
    }

    private Outcome answer() {
        return deeds.answer(mentor, id);
    }

    private Outcome rule(Actor person, long refund) {
        return deeds.rule(person, id, refund);
    }

    private Outcome appeal(Actor person) {
        return deeds.appeal(person, id);
    }

    private void at(Instant instant) {
        clock.moveTo(instant);
    }

    private BookingDetails details() {
        return facts.of(id, clock.instant()).orElseThrow();
    }

    private BookingStatus status() {
        return details().status();
    }

    private List<BookingPage.Step> steps() {
        return pages.show(mentor.viewer(), id, clock.instant()).orElseThrow().timeline();
    }

    private List<String> acts() {
        return steps().stream().map(BookingPage.Step::act).toList();
    }

    private HomeBookings home(Actor person) {
        return homes.of(person.viewer(), 5, clock.instant());
    }
}
