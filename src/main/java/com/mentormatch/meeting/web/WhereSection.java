package com.mentormatch.meeting.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingSection;
import com.mentormatch.meeting.JoinPages;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Where a session takes place, on the page of its booking. */
@Component
class WhereSection implements BookingSection {

    private final JoinPages pages;

    WhereSection(JoinPages pages) {
        this.pages = pages;
    }

    @Override
    public String template() {
        return "meeting/_section";
    }

    @Override
    public Object model(BookingDetails booking, SignedIn viewer, Instant now) {
        return pages.where(booking, viewer, now);
    }

    @Override
    public int order() {
        return 5;
    }
}
