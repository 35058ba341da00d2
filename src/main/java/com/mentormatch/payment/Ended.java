package com.mentormatch.payment;

import com.mentormatch.booking.BookingDetails;

/** Bookings that came to nothing, for good: what is still reserved for them is given back. */
final class Ended {

    private Ended() {}

    /** One whose deadline has passed but still stands written is not: a payment may yet seat it. */
    static boolean is(BookingDetails booking) {
        return switch (booking.status()) {
            case DECLINED, WITHDRAWN, CANCELLED -> true;
            case EXPIRED -> booking.deadline() == null;
            case AWAITING_PAYMENT, REQUESTED, CONFIRMED, IN_PROGRESS, PENDING_COMPLETION, COMPLETED, DISPUTED,
                    RESOLVED ->
                false;
        };
    }
}
