package com.mentormatch.review;

import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingFacts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A ruling, on appeal perhaps, that gives all of the money back takes what was said of the session off the profile. */
@Component
class FollowRulings {

    private final BookingFacts bookings;
    private final Reviews reviews;
    private final Ratings ratings;

    FollowRulings(BookingFacts bookings, Reviews reviews, Ratings ratings) {
        this.bookings = bookings;
        this.reviews = reviews;
        this.ratings = ratings;
    }

    @EventListener
    void follow(BookingEvent.Resolved event) {
        var booking = bookings.of(event.booking(), event.at()).orElseThrow();
        if (WriteReview.refunded(booking)) {
            reviews.findByBooking(booking.id()).filter(review -> !review.gone()).ifPresent(review -> {
                ratings.takeTurns(review.mentor());
                review.refunded();
                reviews.flush();
                ratings.count(review.mentor());
            });
        }
    }
}
