package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import org.jspecify.annotations.Nullable;

/** A part of a person's home that another module fills: what their sessions still ask of them. */
public interface HomeSection {

    /** Template with a fragment {@code region}; it finds the model as {@code section}. */
    String template();

    /** Null where there is nothing to show. A fixed number of queries. */
    @Nullable
    Object model(SignedIn viewer, HomeBookings bookings);

    /** The lower comes first. */
    int order();
}
