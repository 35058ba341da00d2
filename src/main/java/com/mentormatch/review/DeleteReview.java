package com.mentormatch.review;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Its author takes a review back, for good: stars, words and the mentor's reply are gone, and there is no second one. */
@Component
public class DeleteReview {

    private final ReviewActs acts;
    private final ApplicationEventPublisher events;

    DeleteReview(ReviewActs acts, ApplicationEventPublisher events) {
        this.acts = acts;
        this.events = events;
    }

    public Outcome delete(SignedIn viewer, BookingId booking, Instant now) {
        return acts.onBooking(viewer, booking,
                review -> review.isOf(viewer) ? Optional.empty() : Optional.of(Refusal.ONLY_AUTHOR_DELETES), review -> {
                    review.delete();
                    events.publishEvent(new ReviewEvent.Removed(booking, now));
                }, now);
    }
}
