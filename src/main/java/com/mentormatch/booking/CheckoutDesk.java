package com.mentormatch.booking;

import java.net.URI;
import java.time.Instant;

/** Where a mentee pays. Owned here, kept by the payment module; called outside any transaction, for it goes abroad. */
public interface CheckoutDesk {

    /** Opens the one Checkout session of a booking, or finds the one already open. */
    CheckoutOutcome open(BookingId booking, Instant now);

    sealed interface CheckoutOutcome {}

    /** @param checkout the page on which to pay */
    record Redirect(URI checkout) implements CheckoutOutcome {}

    /** The payment provider cannot be reached: nothing was charged, the time stays held, try again. */
    record Unavailable() implements CheckoutOutcome {}

    /** There is nothing to pay any more. */
    record NothingToPay() implements CheckoutOutcome {}
}
