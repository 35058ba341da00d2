package com.mentormatch.payment;

import com.mentormatch.booking.BookingBrief;
import com.mentormatch.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * What a mentee paid for a booking.
 *
 * @param status for the badge, a key under {@code state.}
 * @param won    whether a bank had it and gave it back
 * @param paid   charged, without tips
 * @param back   given back of that
 * @param claim  what a bank's claim to a tip came to: "open", "won" or "lost"; null where there was none
 */
public record PaidLine(BookingBrief booking, String mentor, String status, boolean won, Amount paid, Amount back,
        Amount tips, @Nullable String claim) {

    /** Whether there is a receipt. */
    public boolean charged() {
        return !paid.isFree() || !tips.isFree();
    }
}
