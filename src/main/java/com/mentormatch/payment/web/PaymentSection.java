package com.mentormatch.payment.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingSection;
import com.mentormatch.payment.PaymentPages;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The money on the page of a booking. */
@Component
class PaymentSection implements BookingSection {

    private final PaymentPages pages;

    PaymentSection(PaymentPages pages) {
        this.pages = pages;
    }

    @Override
    public String template() {
        return "payment/_section";
    }

    @Override
    public Object model(BookingDetails booking, SignedIn viewer, Instant now) {
        return pages.of(viewer, booking.id(), now).orElseThrow();
    }

    @Override
    public int order() {
        return 10;
    }
}
