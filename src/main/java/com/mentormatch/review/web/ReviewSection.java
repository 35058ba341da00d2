package com.mentormatch.review.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingSection;
import com.mentormatch.review.ReviewPages;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The review on the page of a booking. */
@Component
class ReviewSection implements BookingSection {

    private final ReviewPages pages;

    ReviewSection(ReviewPages pages) {
        this.pages = pages;
    }

    @Override
    public String template() {
        return "review/_section";
    }

    @Override
    public Object model(BookingDetails booking, SignedIn viewer, Instant now) {
        return pages.of(viewer, booking);
    }

    @Override
    public int order() {
        return 5;
    }
}
