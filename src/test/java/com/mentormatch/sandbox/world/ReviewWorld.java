package com.mentormatch.sandbox.world;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Standings;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.review.Opinion;
import com.mentormatch.review.ReplyToReview;
import com.mentormatch.review.ReportReview;
import com.mentormatch.review.ReviewPages;
import com.mentormatch.review.WriteReview;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was said of sessions of the past year: of most mentors something, of some a lot, of others nothing yet. */
class ReviewWorld {

    private static final List<String> MENTEES = List.of(World.MENTEE, World.STRANGER, "ingrid@example.com",
            "kofi@example.com", "mei@example.com");

    private record Line(int stars, String comment) {}

    private static final List<Line> SAID = List.of(
            new Line(5, "Asked the three questions I had avoided for months. I left with a plan for the week."),
            new Line(5, "Read everything I had sent beforehand, so we could start right where I was stuck."),
            new Line(4, "Very concrete, sometimes a little fast. Bring your own examples, then it works best."),
            new Line(5, null),
            new Line(4, "Good hour. I would have liked more time for the second half of my questions."),
            new Line(5, "Honest without being harsh. Exactly what my draft needed."),
            new Line(3, "Friendly and knows the field, but much of it I had already read on the profile."),
            new Line(4, null), new Line(5, "We role-played the talk twice. The real one went better than I had hoped."),
            new Line(5, "Explains the why, not just the how. The notes afterwards were a bonus."),
            new Line(2, "Started late and seemed to be between two meetings. The advice itself was fine."),
            new Line(4, "Clear structure: where I am, what is missing, what to do first."));

    private static final List<String> REPLIES = List.of("Thank you, it was a pleasure. Tell me how it went!",
            "Thank you. Next time we plan fifteen minutes more for questions.");

    private final Mentors mentors;
    private final Standings standings;
    private final WriteReview write;
    private final ReplyToReview reply;
    private final ReportReview report;
    private final ReviewPages pages;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewWorld(Mentors mentors, Standings standings, WriteReview write, ReplyToReview reply, ReportReview report,
            ReviewPages pages, JdbcClient jdbc, Clock clock) {
        this.mentors = mentors;
        this.standings = standings;
        this.write = write;
        this.reply = reply;
        this.report = report;
        this.pages = pages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param accounts by their address */
    void fill(Map<String, AccountId> accounts, BookingWorld bookings) {
        var random = new Random(11);
        var offers = accounts.values()
            .stream()
            .sorted((one, other) -> one.toString().compareTo(other.toString()))
            .map(mentor -> mentors.offers(mentor).stream().filter(OfferTerms::published).findFirst())
            .flatMap(Optional::stream)
            .toList();
        for (var at = 0; at < offers.size(); at++) {
            // The first, who can be signed in as, fills more than a page; every fourth is new.
            var many = offers.get(at).mentor().equals(accounts.get(World.MENTOR))
                    ? 14
                    : at % 4 == 3 ? 0 : 1 + random.nextInt(7);
            for (var number = many; number > 0; number--) {
                var ago = Duration.ofDays(12L + 23L * number).minusHours(random.nextInt(200));
                var mentee = MENTEES.get(random.nextInt(MENTEES.size()));
                var booking = bookings.history(offers.get(at), mentee, BookingStatus.COMPLETED, ago);
                var line = SAID.get(random.nextInt(SAID.size()));
                var said = clock.instant().minus(ago).plus(Duration.ofDays(4));
                write.write(standings.of(accounts.get(mentee)).orElseThrow().viewer(), booking,
                        new Opinion(line.stars(), line.comment(), random.nextInt(9) == 0), FormToken.next(), said);
                if (random.nextInt(3) == 0) {
                    reply.reply(standings.of(offers.get(at).mentor()).orElseThrow().viewer(), booking,
                            REPLIES.get(random.nextInt(REPLIES.size())), said.plus(Duration.ofDays(1)));
                }
            }
        }
        var profile = mentors.byId(accounts.get(World.MENTOR)).orElseThrow();
        var line = pages.list(profile, null, profile.zone()).lines().getLast();
        report.report(standings.of(profile.id()).orElseThrow().viewer(), line.said().id(),
                "This is about somebody else, I was on leave that week.", FormToken.next(), clock.instant());
        // Notices stand in the order they were written in, and what is long ago was written just now.
        jdbc.sql("DELETE FROM notice WHERE at < ?")
            .param(Columns.param(clock.instant().minus(Duration.ofDays(2))))
            .update();
    }
}
