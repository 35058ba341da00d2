package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A booking's money as one of its two people sees it.
 *
 * @param state  which sentence is said, a key under {@code payment.state.}
 * @param status for the badge, a key under {@code state.}
 * @param title  what was booked
 * @param other  the other person's name
 * @param mine   whether the viewer is the one who pays
 * @param card   "Visa •••• 4242"; null where none was used or it is not the viewer's
 * @param until  until when one can pay; null where there is nothing to pay
 * @param since  when it came to this
 * @param back   what goes or went back, or what a bank has taken; null where there was no payment
 * @param besides what goes or went back besides what a bank has taken; null where nothing does
 * @param won    whether a bank had it and gave it back
 * @param zone   the zone the session was agreed in
 * @param moving whether it will change by itself in a moment, so that looking again makes sense
 */
public record PaymentView(BookingId booking, String state, String status, Amount amount, String title, String other,
        boolean mine, @Nullable String card, @Nullable Instant until, Instant since, @Nullable Amount back,
        @Nullable Amount besides, boolean won, ZoneId zone, boolean moving) {

    public boolean payable() {
        return mine && until != null;
    }

    /** Whether there is a receipt. */
    public boolean charged() {
        return switch (status) {
            case "PAID", "REFUND_PENDING", "PARTIALLY_REFUNDED", "REFUNDED", "AT_BANK", "CHARGED_BACK" -> true;
            default -> false;
        };
    }

    public boolean free() {
        return amount.isFree();
    }

    /** The key of the sentence for this reader. */
    public String sentence() {
        return "payment.state." + state + (mine ? ".mine" : ".theirs");
    }
}
