package com.mentormatch.booking;

import com.mentormatch.shared.TimeSpan;
import com.mentormatch.shared.Amount;
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

    /** @param unpaid whether it was still waiting for the money */
    record Declined(BookingId booking, String reason, boolean unpaid, Instant at) implements BookingEvent {}

    /** @param unpaid whether it was still waiting for the money */
    record Withdrawn(BookingId booking, boolean unpaid, Instant at) implements BookingEvent {}

    /**
     * Called off by one of the two or an admin; {@link BookingDetails#cancellation} says why and what goes back.
     *
     * @param agreed whether it had been confirmed, so that it stood in two calendars
     * @param before what of the price had gone back before
     */
    record Cancelled(BookingId booking, Party by, boolean agreed, Amount before, Instant at) implements BookingEvent {}

    /** Another time waits for the other one's answer; {@link BookingDetails#proposal} says which. */
    record MoveProposed(BookingId booking, Instant at) implements BookingEvent {}

    /** @param by whoever said no to that time; the old one stands */
    record MoveDeclined(BookingId booking, Party by, TimeSpan time, Instant at) implements BookingEvent {}

    /** @param by whoever had proposed that time and no longer does */
    record MoveWithdrawn(BookingId booking, Party by, TimeSpan time, Instant at) implements BookingEvent {}

    /** Nobody answered in time. @param by whoever had proposed it */
    record MoveExpired(BookingId booking, Party by, TimeSpan time, Instant at) implements BookingEvent {}

    /** It takes place at another time. @param by whose act moved it: the yes to a proposal, or the direct move */
    record Moved(BookingId booking, Party by, TimeSpan from, Instant at) implements BookingEvent {}

    /** @param unpaid whether it was a hold nobody paid for, rather than a request nobody answered */
    record Expired(BookingId booking, boolean unpaid, Instant at) implements BookingEvent {}

    /** The session is over and waits for the mentee's word. */
    record SessionEnded(BookingId booking, Instant at) implements BookingEvent {}

    /** It took place as agreed. @param by the mentee who said so; null where nobody said anything for 72 hours */
    record Completed(BookingId booking, Party by, Instant at) implements BookingEvent {}

    /** @param by whoever complains: the mentee of the session, or the mentor that the mentee did not come */
    record Disputed(BookingId booking, Party by, Instant at) implements BookingEvent {}

    /** The other one has said how they see it. @param by whoever answers */
    record DisputeAnswered(BookingId booking, Party by, Instant at) implements BookingEvent {}

    /** It is decided, for the first time or on appeal; {@link BookingDetails#ruling} says how. */
    record Resolved(BookingId booking, Instant at) implements BookingEvent {}

    /** One of the two wants the ruling to be looked at again. @param by whoever does */
    record Appealed(BookingId booking, Party by, Instant at) implements BookingEvent {}
}
