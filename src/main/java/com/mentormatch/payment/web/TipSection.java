package com.mentormatch.payment.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingSection;
import com.mentormatch.payment.TipPages;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The tips on the page of a booking. */
@Component
class TipSection implements BookingSection {

    private final TipPages pages;

    TipSection(TipPages pages) {
        this.pages = pages;
    }

    @Override
    public String template() {
        return "payment/_tips";
    }

    @Override
    public Object model(BookingDetails booking, SignedIn viewer, Instant now) {
        return pages.of(viewer, booking.id(), now).orElseThrow();
    }

    @Override
    public int order() {
        return 20;
    }
}
