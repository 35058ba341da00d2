package com.mentormatch.booking;

import java.util.List;

/** What another module knows to have happened to a booking: its timeline shows it where it belongs. */
public interface BookingSteps {

    /** In any order; each act has a message under {@code booking.act.}. */
    List<BookingPage.Step> of(BookingId booking);
}
