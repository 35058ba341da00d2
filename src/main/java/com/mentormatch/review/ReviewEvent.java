package com.mentormatch.review;

import com.mentormatch.booking.BookingId;
import java.time.Instant;

/** What happened to the review of a booking, published in the transaction in which it happened. Instants are UTC. */
public sealed interface ReviewEvent {

    BookingId booking();

    Instant at();

    record Written(BookingId booking, Opinion opinion, Instant at) implements ReviewEvent {}

    /** Its author deleted it or an admin hid it: it is no news any more. */
    record Removed(BookingId booking, Instant at) implements ReviewEvent {}
}
