package com.mentormatch.booking;

/** What of a booking's price the mentee has again already. Owned here, told by the payment module. */
public interface GivenBack {

    /**
     * Refunded, about to be, or lost to their bank, in minor units of the price's currency; zero where nothing was charged.
     */
    long of(BookingId booking);

    /** Whether the mentee's bank has some of it for now, so that nothing moves before it has decided. */
    boolean atBank(BookingId booking);
}
