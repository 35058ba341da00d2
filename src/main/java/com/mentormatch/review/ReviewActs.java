package com.mentormatch.review;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The shape of every act on a review that is there: find it, may it be done, do it, count anew. */
@Component
class ReviewActs {

    private final Reviews reviews;
    private final BookingFacts bookings;
    private final Ratings ratings;
    private final Transactions transactions;

    ReviewActs(Reviews reviews, BookingFacts bookings, Ratings ratings, Transactions transactions) {
        this.reviews = reviews;
        this.bookings = bookings;
        this.ratings = ratings;
        this.transactions = transactions;
    }

    /** On the review of a booking this person may see. */
    Outcome onBooking(SignedIn viewer, BookingId booking, Function<Review, Optional<Refusal>> refusal,
            Consumer<Review> act, Instant now) {
        return transactions.run(() -> bookings.visibleTo(viewer, booking, now).isEmpty()
                ? new Outcome.Missing()
                : perform(reviews.findByBooking(booking), refusal, act));
    }

    /** On any review, for admins. */
    Outcome onReview(ReviewId id, Function<Review, Optional<Refusal>> refusal, Consumer<Review> act) {
        return transactions.run(() -> perform(reviews.findById(id), refusal, act));
    }

    private Outcome perform(Optional<Review> found, Function<Review, Optional<Refusal>> refusal, Consumer<Review> act) {
        if (found.isEmpty()) {
            return new Outcome.Missing();
        }
        var review = found.get();
        var refused = refusal.apply(review);
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        ratings.takeTurns(review.mentor());
        act.accept(review);
        reviews.flush();
        ratings.count(review.mentor());
        return new Outcome.Done();
    }
}
