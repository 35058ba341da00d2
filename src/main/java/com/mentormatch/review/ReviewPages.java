package com.mentormatch.review;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingCard;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.GivenBack;
import com.mentormatch.mentor.MentorProfile;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews as pages show them, each page in a fixed number of queries. */
@Component
public class ReviewPages {

    private static final int PAGE = 10;

    /** So many sessions are asked about at a time. */
    private static final int ASKED = 3;

    private final Reviews reviews;
    private final Ratings ratings;
    private final BookingFacts bookings;
    private final GivenBack given;
    private final People people;
    private final JdbcClient jdbc;

    ReviewPages(Reviews reviews, Ratings ratings, BookingFacts bookings, GivenBack given, People people,
            JdbcClient jdbc) {
        this.reviews = reviews;
        this.ratings = ratings;
        this.bookings = bookings;
        this.given = given;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Empty where this person may not know of the booking. */
    public Optional<ReviewPage> show(SignedIn viewer, BookingId booking, Instant now) {
        return bookings.visibleTo(viewer, booking, now).map(details -> of(viewer, details));
    }

    /** Of a booking this viewer may see. */
    public ReviewPage of(SignedIn viewer, BookingDetails booking) {
        var review = reviews.findByBooking(booking.id());
        var refusal = review.map(_ -> Refusal.REVIEW_TWICE)
            .or(() -> WriteReview.refusal(viewer, booking, given))
            .orElse(null);
        var both = people.all(List.of(booking.mentor(), booking.mentee()));
        var role = viewer.is(booking.mentee())
                ? ReviewPage.Role.AUTHOR
                : viewer.is(booking.mentor()) ? ReviewPage.Role.MENTOR : ReviewPage.Role.ADMIN;
        return new ReviewPage(booking.id(), role, review.filter(one -> !one.gone()).map(Review::said).orElse(null),
                review.filter(Review::gone).isPresent(), refusal, both.get(booking.mentor()).name(),
                Byline.of(both.get(booking.mentee())), ReviewPage.Typed.NOTHING, FormToken.next());
    }

    /** @param after where an earlier page ended; anything unreadable means the beginning */
    public ReviewList list(MentorProfile mentor, @Nullable String after, ZoneId zone) {
        if (mentor.rating() == null) {
            return new ReviewList(mentor.summary(), null, List.of(), List.of(), null, zone);
        }
        var cursor = Ids.read(after).orElse(null);
        var query = jdbc.sql(
                "SELECT id, author_id, stars, comment, standing, written_at, reply, replied_at, hidden_reason FROM review"
                        + " WHERE mentor_id = :mentor AND standing = 'LISTED'"
                        + (cursor == null ? "" : " AND id < :cursor") + " ORDER BY id DESC LIMIT " + (PAGE + 1))
            .param("mentor", Columns.param(mentor.id().value()));
        var rows = (cursor == null ? query : query.param("cursor", Columns.param(cursor))).query(ReviewPages::said)
            .list();
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var bars = cursor == null ? ratings.of(mentor.id()).map(Tally::bars).orElse(List.of()) : List.<Bar>of();
        return new ReviewList(mentor.summary(), mentor.rating(), bars, lines(shown, mentor.name()),
                rows.size() > PAGE ? shown.getLast().id().toString() : null, zone);
    }

    /** What a person reports; empty where they cannot read it. */
    public Optional<ReviewLine> toReport(SignedIn viewer, ReviewId id) {
        return reviews.findById(id)
            .filter(review -> ReportReview.readableBy(viewer, review))
            .map(review -> lines(List.of(review.said()), people.find(review.mentor()).orElseThrow().name()).getFirst());
    }

    /** Sessions their mentee might say something about: the first few of these that have no review. */
    public List<BookingCard> unreviewed(List<BookingCard> completed) {
        var asked = completed.stream().limit(ASKED).toList();
        if (asked.isEmpty()) {
            return asked;
        }
        var reviewed = new HashSet<>(jdbc.sql("SELECT booking_id FROM review WHERE booking_id IN (:bookings)")
            .param("bookings", asked.stream().map(card -> Columns.param(card.id().value())).toList())
            .query((row, _) -> new BookingId(Columns.uuid(row, "booking_id")))
            .list());
        return asked.stream().filter(card -> !reviewed.contains(card.id())).toList();
    }

    private List<ReviewLine> lines(List<Said> rows, String mentor) {
        var authors = people.all(rows.stream().map(Said::author).toList());
        return rows.stream().map(said -> new ReviewLine(said, Byline.of(authors.get(said.author())), mentor)).toList();
    }

    static Said said(ResultSet row, int number) throws SQLException {
        return new Said(new ReviewId(Columns.uuid(row, "id")), new AccountId(Columns.uuid(row, "author_id")),
                row.getInt("stars"), row.getString("comment"), Standing.valueOf(row.getString("standing")),
                Columns.instant(row, "written_at"), row.getString("reply"), Columns.instant(row, "replied_at"),
                row.getString("hidden_reason"));
    }
}
