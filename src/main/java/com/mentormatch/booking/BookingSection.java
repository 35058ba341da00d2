package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import java.time.Instant;

/** A part of the booking page that another module fills: the money, the meeting place. */
public interface BookingSection {

    /** Template with a fragment {@code region}; it finds the model as {@code section}. */
    String template();

    Object model(BookingDetails booking, SignedIn viewer, Instant now);

    /** The lower comes first. */
    int order();
}
