package com.mentormatch.booking;

import java.time.Instant;

/** What happened to a booking, published in the transaction in which it happened. Instants are UTC. */
public sealed interface BookingEvent {

    BookingId booking();

    Instant at();

    /** A paid booking holds its time and waits for the money. */
    record HoldTaken(BookingId booking, Instant at) implements BookingEvent {}

    /** The mentor is asked; a paid one is authorised by now. */
    record Requested(BookingId booking, Instant at) implements BookingEvent {}

    /** The mentor said yes. A free booking is confirmed with it, a paid one when the money is captured. */
    record Accepted(BookingId booking, Instant at) implements BookingEvent {}

    record Confirmed(BookingId booking, Instant at) implements BookingEvent {}

    record Declined(BookingId booking, String reason, Instant at) implements BookingEvent {}

    /** @param unpaid whether it was still waiting for the money */
    record Withdrawn(BookingId booking, boolean unpaid, Instant at) implements BookingEvent {}

    /**
     * Called off by one of the two or an admin; {@link BookingDetails#cancellation} says why and what goes back.
     *
     * @param agreed whether it had been confirmed, so that it stood in two calendars
     */
    record Cancelled(BookingId booking, Cancellation.By by, boolean agreed, Instant at) implements BookingEvent {}

    /** @param unpaid whether it was a hold nobody paid for, rather than a request nobody answered */
    record Expired(BookingId booking, boolean unpaid, Instant at) implements BookingEvent {}
}
