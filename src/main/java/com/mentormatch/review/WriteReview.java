package com.mentormatch.review;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.GivenBack;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The mentee of a completed session says what it was like, once. Source: product.md, "After the session". */
@Component
public class WriteReview {

    private final Reviews reviews;
    private final BookingFacts bookings;
    private final Ratings ratings;
    private final GivenBack given;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    WriteReview(Reviews reviews, BookingFacts bookings, Ratings ratings, GivenBack given, Transactions transactions,
            ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.bookings = bookings;
        this.ratings = ratings;
        this.given = given;
        this.transactions = transactions;
        this.events = events;
    }

    public Outcome write(SignedIn viewer, BookingId id, Opinion opinion, FormToken token, Instant now) {
        return transactions.run(() -> {
            var found = bookings.visibleTo(viewer, id, now);
            if (found.isEmpty()) {
                return new Outcome.Missing();
            }
            var booking = found.get();
            var earlier = reviews.findByBooking(id);
            if (earlier.isPresent() && earlier.get().isOf(viewer)) {
                return earlier.get().madeBy(token) ? new Outcome.Done() : new Outcome.Refused(Refusal.REVIEW_TWICE);
            }
            var refused = refusal(viewer, booking, given);
            if (refused.isPresent()) {
                return new Outcome.Refused(refused.get());
            }
            ratings.takeTurns(booking.mentor());
            reviews.save(new Review(booking, opinion, token, now));
            reviews.flush();
            ratings.count(booking.mentor());
            events.publishEvent(new ReviewEvent.Written(id, opinion, now));
            return new Outcome.Done();
        });
    }

    /** Whether this booking is one to be reviewed by that person, an earlier review aside. */
    static Optional<Refusal> refusal(SignedIn viewer, BookingDetails booking, GivenBack given) {
        if (!viewer.is(booking.mentee())) {
            return Optional.of(Refusal.ONLY_MENTEE_REVIEWS);
        }
        return switch (booking.status()) {
            case COMPLETED, RESOLVED ->
                refunded(booking) || allGone(booking, given) ? Optional.of(Refusal.REVIEW_REFUNDED) : Optional.empty();
            default -> Optional.of(Refusal.REVIEW_TOO_EARLY);
        };
    }

    /** Whether an admin gave everything back, or a bank did. */
    private static boolean allGone(BookingDetails booking, GivenBack given) {
        return !booking.price().isFree() && given.of(booking.id()) >= booking.price().minor();
    }

    /** Whether a ruling gave everything back. */
    static boolean refunded(BookingDetails booking) {
        return booking.ruling() != null && !booking.price().isFree()
                && booking.ruling().refund().equals(booking.price());
    }
}
