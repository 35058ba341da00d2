package com.mentormatch.payment;

import com.mentormatch.booking.BookingBrief;
import com.mentormatch.shared.Amount;

/**
 * What a mentee paid for a booking.
 *
 * @param status for the badge, a key under {@code state.}
 * @param won    whether a bank had it and gave it back
 * @param paid   charged, without tips
 * @param back   given back of that
 */
public record PaidLine(BookingBrief booking, String mentor, String status, boolean won, Amount paid, Amount back,
        Amount tips) {

    /** Whether there is a receipt. */
    public boolean charged() {
        return !paid.isFree() || !tips.isFree();
    }
}
