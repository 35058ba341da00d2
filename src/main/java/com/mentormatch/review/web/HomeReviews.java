package com.mentormatch.review.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.HomeBookings;
import com.mentormatch.booking.HomeSection;
import com.mentormatch.review.ReviewPages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a mentee what a session was like, on their home. */
@Component
class HomeReviews implements HomeSection {

    private final ReviewPages pages;

    HomeReviews(ReviewPages pages) {
        this.pages = pages;
    }

    @Override
    public String template() {
        return "review/_home";
    }

    @Override
    public @Nullable Object model(SignedIn viewer, HomeBookings bookings) {
        var sessions = pages.unreviewed(bookings.completed());
        return sessions.isEmpty() ? null : sessions;
    }

    @Override
    public int order() {
        return 50;
    }
}
