package com.mentormatch.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.account.EditAccount;
import com.mentormatch.booking.BookingCard;
import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.HomePages;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.mentor.Rating;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may say what of which session, and what it makes of the mentor's rating. */
class ReviewTests extends PairTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Autowired
    Mentors mentors;
    @Autowired
    BookingFacts facts;
    @Autowired
    WriteReview write;
    @Autowired
    DeleteReview delete;
    @Autowired
    ReplyToReview reply;
    @Autowired
    ReportReview report;
    @Autowired
    ReviewPages pages;
    @Autowired
    HomePages homes;
    @Autowired
    JudgeReview judge;
    @Autowired
    JudgedReviews waiting;
    @Autowired
    EditAccount accounts;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @Autowired
    ApplicationEventPublisher events;
    private OfferTerms offer;

    @BeforeEach
    void people() {
        offer = market.offer(mentor, 0, Confirmation.INSTANT);
    }

    @Test
    void aSessionCanBeReviewedFromTheMomentItIsCompleted() {
        var booking = market.book(mentee, offer);
        var completed = facts.of(booking, clock.instant()).orElseThrow().time().end().plus(Duration.ofHours(72));
        assertThat(write.write(mentee.viewer(), booking, opinion(5), FormToken.next(), completed.minusNanos(1000)))
            .isEqualTo(refused(Refusal.REVIEW_TOO_EARLY));
        assertThat(write.write(mentee.viewer(), booking, opinion(5), FormToken.next(), completed))
            .isEqualTo(new Outcome.Done());
    }

    @Test
    void whatDidNotTakePlaceIsNotReviewed() {
        var booking = market.book(mentee, offer);
        deeds.cancel(mentee, booking, 0);
        clock.forward(Duration.ofDays(30));
        assertThat(say(mentee, booking, 1)).isEqualTo(refused(Refusal.REVIEW_TOO_EARLY));
    }

    @Test
    void onlyTheMenteeReviews() {
        var booking = market.completed(mentee, offer);
        assertThat(say(mentor, booking, 5)).isEqualTo(refused(Refusal.ONLY_MENTEE_REVIEWS));
        assertThat(say(cast.admin(), booking, 5)).isEqualTo(refused(Refusal.ONLY_MENTEE_REVIEWS));
        assertThat(say(cast.stranger(), booking, 5)).isEqualTo(new Outcome.Missing());
        assertThat(rating()).isNull();
    }

    @Test
    void aSessionIsReviewedOnceAlsoWhenThatReviewIsDeleted() {
        var booking = market.completed(mentee, offer);
        var token = FormToken.next();
        assertThat(write.write(mentee.viewer(), booking, opinion(5), token, clock.instant()))
            .isEqualTo(new Outcome.Done());
        assertThat(write.write(mentee.viewer(), booking, opinion(5), token, clock.instant()))
            .isEqualTo(new Outcome.Done());
        assertThat(say(mentee, booking, 1)).isEqualTo(refused(Refusal.REVIEW_TWICE));
        assertThat(rating()).isEqualTo(new Rating(500, 1));
        delete.delete(mentee.viewer(), booking, clock.instant());
        assertThat(rating()).isNull();
        assertThat(say(mentee, booking, 1)).isEqualTo(refused(Refusal.REVIEW_TWICE));
        assertThat(pages.show(mentor.viewer(), booking, clock.instant()).orElseThrow().shown()).isFalse();
        assertThat(pages.show(mentee.viewer(), booking, clock.instant()).orElseThrow())
            .matches(page -> page.deleted() && page.said() == null && page.shown());
    }

    @Test
    void onlyTheAuthorDeletesAndOnlyTheMentorReplies() {
        var booking = market.completed(mentee, offer);
        say(mentee, booking, 4);
        var now = clock.instant();
        assertThat(delete.delete(mentor.viewer(), booking, now)).isEqualTo(refused(Refusal.ONLY_AUTHOR_DELETES));
        assertThat(delete.delete(cast.admin().viewer(), booking, now)).isEqualTo(refused(Refusal.ONLY_AUTHOR_DELETES));
        assertThat(delete.delete(cast.stranger().viewer(), booking, now)).isEqualTo(new Outcome.Missing());
        assertThat(reply.reply(mentee.viewer(), booking, "Me too", now))
            .isEqualTo(refused(Refusal.ONLY_MENTOR_REPLIES));
        assertThat(reply.reply(cast.stranger().viewer(), booking, "Me too", now)).isEqualTo(new Outcome.Missing());
        assertThat(reply.reply(mentor.viewer(), market.completed(mentee, offer), "To nothing", now))
            .isEqualTo(new Outcome.Missing());
        assertThat(reply.reply(mentor.viewer(), booking, "Thank you", now)).isEqualTo(new Outcome.Done());
        assertThat(reply.reply(mentor.viewer(), booking, "Thank you, Mara", now.plusSeconds(60)))
            .isEqualTo(new Outcome.Done());
        assertThat(first().reply()).isEqualTo("Thank you, Mara");
        reply.reply(mentor.viewer(), booking, "Thank you, Mara", now.plusSeconds(600));
        assertThat(first().repliedAt()).as("sent twice").isEqualTo(now.plusSeconds(60));
        assertThat(reply.retract(mentor.viewer(), booking, now)).isEqualTo(new Outcome.Done());
        assertThat(first().reply()).isNull();
        delete.delete(mentee.viewer(), booking, now);
        assertThat(reply.reply(mentor.viewer(), booking, "Too late", now)).isEqualTo(refused(Refusal.REVIEW_GONE));
    }

    @Test
    void aPrivateReviewIsReadByTheMentorAndDoesNotCount() {
        var open = market.completed(mentee, offer);
        say(mentee, open, 4);
        var booking = market.completed(mentee, offer);
        deeds.review(mentee, booking, new Opinion(1, "Between us.", true));
        assertThat(rating()).isEqualTo(new Rating(400, 1));
        assertThat(list().lines()).hasSize(1);
        var said = pages.show(mentor.viewer(), booking, clock.instant()).orElseThrow().said();
        assertThat(said.comment()).isEqualTo("Between us.");
        assertThat(pages.toReport(cast.stranger().viewer(), said.id())).isEmpty();
        assertThat(pages.toReport(mentor.viewer(), said.id())).isPresent();
        assertThat(report.report(cast.stranger().viewer(), said.id(), "Rude", FormToken.next(), clock.instant()))
            .isEqualTo(new Outcome.Missing());
    }

    @Test
    void aReportIsMadeOnceAndNotByTheAuthor() {
        say(mentee, market.completed(mentee, offer), 2);
        var id = first().id();
        var stranger = cast.stranger();
        var token = FormToken.next();
        var now = clock.instant();
        assertThat(report.report(mentee.viewer(), id, "Mine", token, now)).isEqualTo(refused(Refusal.OWN_REVIEW));
        assertThat(report.report(stranger.viewer(), id, "Rude", token, now)).isEqualTo(new Outcome.Done());
        assertThat(report.report(stranger.viewer(), id, "Rude", token, now)).isEqualTo(new Outcome.Done());
        assertThat(report.report(stranger.viewer(), id, "Rude", FormToken.next(), now))
            .isEqualTo(refused(Refusal.REPORTED_TWICE));
        assertThat(report.report(mentor.viewer(), id, "Not true", FormToken.next(), now)).isEqualTo(new Outcome.Done());
    }

    @Test
    void anAdminHidesAndShowsAgainAndSaysWhy() {
        var booking = market.completed(mentee, offer);
        say(mentee, booking, 1);
        say(mentee, market.completed(mentee, offer), 5);
        var id = pages.show(mentee.viewer(), booking, clock.instant()).orElseThrow().said().id();
        var admin = cast.admin();
        var now = clock.instant();
        report.report(mentor.viewer(), id, "A competitor", FormToken.next(), now);
        assertThat(judged(JudgedReviews.Shelf.REPORTED, id).reports()).singleElement()
            .isEqualTo(new JudgedReview.Report("Milo Mentor", "A competitor", now));
        assertThat(waiting.matters(500, now)).anyMatch(matter -> matter.words().contains("A competitor"));
        assertThat(judge.hide(admin.viewer(), id, "Not about the session", now)).isEqualTo(new Outcome.Done());
        assertThat(judge.hide(admin.viewer(), id, "Again", now)).isEqualTo(refused(Refusal.REVIEW_HIDDEN_ALREADY));
        assertThat(rating()).isEqualTo(new Rating(500, 1));
        assertThat(judged(JudgedReviews.Shelf.HIDDEN, id).said().hiddenReason()).isEqualTo("Not about the session");
        assertThat(judged(JudgedReviews.Shelf.REPORTED, id)).isNull();
        assertThat(pages.show(mentee.viewer(), booking, now).orElseThrow().said().hiddenReason())
            .isEqualTo("Not about the session");
        assertThat(judge.show(admin.viewer(), id, "It was", now)).isEqualTo(new Outcome.Done());
        assertThat(judge.show(admin.viewer(), id, "It was", now)).isEqualTo(refused(Refusal.REVIEW_NOT_HIDDEN));
        assertThat(rating()).isEqualTo(new Rating(300, 2));
        assertThat(acts(admin)).containsExactly("review-hidden Not about the session", "review-shown It was");
    }

    @Test
    void whatIsReportedMayStandAndBeReportedAgainByOthers() {
        say(mentee, market.completed(mentee, offer), 2);
        var id = first().id();
        var admin = cast.admin();
        var now = clock.instant();
        assertThat(judge.dismiss(admin.viewer(), id, "Fair", now)).isEqualTo(refused(Refusal.NO_REPORT_OPEN));
        report.report(mentor.viewer(), id, "Unfair", FormToken.next(), now);
        assertThat(judge.dismiss(admin.viewer(), id, "Fair", now)).isEqualTo(new Outcome.Done());
        assertThat(judge.dismiss(admin.viewer(), id, "Fair", now)).isEqualTo(refused(Refusal.NO_REPORT_OPEN));
        assertThat(rating()).isEqualTo(new Rating(200, 1));
        report.report(cast.stranger().viewer(), id, "Unfair", FormToken.next(), now);
        assertThat(judged(JudgedReviews.Shelf.REPORTED, id).reports()).hasSize(1);
    }

    @Test
    void noAdminJudgesASessionOfTheirOwn() {
        var author = cast.admin();
        var reviewed = market.open(cast.admin());
        var booking = market.completed(author, market.offer(reviewed, 0, Confirmation.INSTANT));
        say(author, booking, 1);
        var id = pages.show(author.viewer(), booking, clock.instant()).orElseThrow().said().id();
        var now = clock.instant();
        report.report(reviewed.viewer(), id, "Untrue", FormToken.next(), now);
        for (var admin : List.of(author, reviewed)) {
            assertThat(judge.dismiss(admin.viewer(), id, "Mine", now)).isEqualTo(refused(Refusal.OWN_SESSION));
            assertThat(judge.hide(admin.viewer(), id, "Mine", now)).isEqualTo(refused(Refusal.OWN_SESSION));
        }
        assertThat(judge.hide(cast.admin().viewer(), id, "Insults", now)).isEqualTo(new Outcome.Done());
        for (var admin : List.of(author, reviewed)) {
            assertThat(judge.show(admin.viewer(), id, "Mine", now)).isEqualTo(refused(Refusal.OWN_SESSION));
            assertThat(acts(admin)).isEmpty();
        }
    }

    /** No ruling on appeal leaves a rating that was paid back. */
    @Test
    void whatARulingGivesBackWholeNeitherCountsNorIsReviewed() {
        var paid = market.offer(mentor, 4500, Confirmation.INSTANT);
        var reviewed = market.completed(mentee, offer);
        say(mentee, reviewed, 1);
        resolve(reviewed, paid.price(), paid.price());
        assertThat(rating()).isNull();
        assertThat(pages.show(mentor.viewer(), reviewed, clock.instant()).orElseThrow().said().standing())
            .isEqualTo(Standing.REFUNDED);
        var other = market.completed(mentee, offer);
        resolve(other, paid.price(), paid.price());
        assertThat(say(mentee, other, 1)).isEqualTo(refused(Refusal.REVIEW_REFUNDED));
        var part = market.completed(mentee, offer);
        resolve(part, paid.price(), new Amount(2000, "EUR"));
        assertThat(say(mentee, part, 3)).isEqualTo(new Outcome.Done());
        assertThat(rating()).isEqualTo(new Rating(300, 1));
    }

    /** Written, deleted, private, in any order: the figures are those of the rows, counted here by hand. */
    @Test
    void theFiguresAreThoseOfTheRows() {
        var random = new Random(7);
        var standing = new ArrayList<Integer>();
        var bookings = new ArrayList<BookingId>();
        for (var number = 0; number < 12; number++) {
            var booking = market.completed(mentee, offer);
            var stars = 1 + random.nextInt(5);
            var privately = random.nextInt(4) == 0;
            deeds.review(mentee, booking, new Opinion(stars, null, privately));
            bookings.add(booking);
            standing.add(privately ? null : stars);
            if (random.nextInt(3) == 0) {
                var gone = random.nextInt(bookings.size());
                delete.delete(mentee.viewer(), bookings.get(gone), clock.instant());
                standing.set(gone, null);
            }
            var counted = standing.stream().filter(known -> known != null).toList();
            var sum = counted.stream().mapToInt(Integer::intValue).sum();
            assertThat(rating()).isEqualTo(counted.isEmpty()
                    ? null
                    : new Rating((int) Math.round(100.0 * sum / counted.size()), counted.size()));
            if (!counted.isEmpty()) {
                assertThat(list().bars()).extracting(Bar::count)
                    .containsExactly(counted.stream()
                        .collect(() -> new Integer[]{0, 0, 0, 0, 0}, (into, one) -> into[5 - one]++,
                                (one, other) -> {}));
            }
        }
        assertThat(standing).contains((Integer) null).anyMatch(known -> known != null);
    }

    @Test
    void whoWritesAtTheSameMomentIsCountedToo() throws Exception {
        var work = new ArrayList<Callable<Outcome>>();
        for (var number = 0; number < 8; number++) {
            var other = cast.mentee();
            var booking = market.completed(other, offer);
            work.add(() -> say(other, booking, 5));
            work.add(() -> say(other, booking, 5));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(work)) {
                assertThat(answer.get()).isIn(new Outcome.Done(), refused(Refusal.REVIEW_TWICE));
            }
        }
        assertThat(rating()).isEqualTo(new Rating(500, 8));
    }

    @Test
    void aListGoesOnWhereItEnded() {
        for (var number = 0; number < 23; number++) {
            say(mentee, market.completed(mentee, offer), 1 + number % 5);
        }
        var seen = new ArrayList<ReviewId>();
        String after = null;
        for (var size : List.of(10, 10, 3)) {
            var page = pages.list(mentors.byId(mentor.id()).orElseThrow(), after, ZONE);
            assertThat(page.lines()).hasSize(size);
            page.lines().forEach(line -> seen.add(line.said().id()));
            after = page.more();
        }
        assertThat(after).isNull();
        assertThat(seen).hasSize(23)
            .doesNotHaveDuplicates()
            .isSortedAccordingTo((one, other) -> other.toString().compareTo(one.toString()));
        assertThat(pages.list(mentors.byId(mentor.id()).orElseThrow(), "nonsense", ZONE).lines()).hasSize(10);
    }

    @Test
    void itStandsUnderTheFirstNameAndALetter() {
        say(mentee, market.completed(mentee, offer), 5);
        assertThat(list().lines().getFirst().author()).isEqualTo("Mara M.");
        accounts.edit(mentee.viewer(), "  Mara   del Río Ñandú ", "Europe/Berlin", "en", clock.instant());
        assertThat(list().lines().getFirst().author()).isEqualTo("Mara Ñ.");
        accounts.edit(mentee.viewer(), "Mara", "Europe/Berlin", "en", clock.instant());
        assertThat(list().lines().getFirst().author()).isEqualTo("Mara");
    }

    @Test
    void aMenteeIsAskedUntilTheyHaveSaidSomething() {
        var booking = market.completed(mentee, offer);
        market.book(mentee, offer);
        assertThat(unreviewed(mentee, clock.instant())).singleElement()
            .matches(card -> card.id().equals(booking) && card.status() == BookingStatus.COMPLETED);
        assertThat(unreviewed(mentor, clock.instant())).isEmpty();
        say(mentee, booking, 5);
        assertThat(unreviewed(mentee, clock.instant())).isEmpty();
        market.completed(mentee, offer);
        assertThat(unreviewed(mentee, clock.instant())).hasSize(1);
        assertThat(unreviewed(mentee, clock.instant().plus(Duration.ofDays(40)))).isEmpty();
    }

    @Test
    void noOpinionIsMoreThanFiveStarsOrLessThanOne() {
        for (var stars : new int[]{0, 6, -1}) {
            assertThatThrownBy(() -> opinion(stars)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Outcome say(Actor who, BookingId booking, int stars) {
        return deeds.review(who, booking, opinion(stars));
    }

    private static Opinion opinion(int stars) {
        return new Opinion(stars, "Clear answers.", false);
    }

    private static Outcome refused(Refusal reason) {
        return new Outcome.Refused(reason);
    }

    /** As a dispute would have left it. */
    private void resolve(BookingId booking, Amount price, Amount refund) {
        jdbc.sql("""
                UPDATE booking SET status = 'RESOLVED', price_minor = ?, price_currency = ?, ruling_refund_minor = ?,
                  ruling_reason = 'Late', ruled_at = ?, appealed = TRUE WHERE id = ?""")
            .params(price.minor(), price.currency(), refund.minor(), Columns.param(clock.instant()),
                    Columns.param(booking.value()))
            .update();
        transactions.run(() -> events.publishEvent(new BookingEvent.Resolved(booking, clock.instant())));
    }

    private JudgedReview judged(JudgedReviews.Shelf shelf, ReviewId id) {
        String after = null;
        do {
            var page = waiting.list(shelf, after);
            var found = page.reviews().stream().filter(one -> one.said().id().equals(id)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            after = page.more();
        } while (after != null);
        return null;
    }

    private List<BookingCard> unreviewed(Actor person, Instant now) {
        return pages.unreviewed(homes.of(person.viewer(), 5, now).completed());
    }

    private List<String> acts(Actor admin) {
        return jdbc.sql("SELECT act, reason FROM admin_act WHERE admin_id = ? ORDER BY id")
            .param(Columns.param(admin.id().value()))
            .query((row, _) -> row.getString("act") + " " + row.getString("reason"))
            .list();
    }

    private Rating rating() {
        return mentors.byId(mentor.id()).orElseThrow().rating();
    }

    private ReviewList list() {
        return pages.list(mentors.byId(mentor.id()).orElseThrow(), null, ZONE);
    }

    private Said first() {
        return list().lines().getFirst().said();
    }
}
