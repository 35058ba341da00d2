package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A movement of a mentor's money.
 *
 * @param booking what it is about; null for a payout
 * @param title   what was booked; null for a payout
 * @param mentee  their name; null for a payout
 * @param gross   what the mentee paid or got back; what went out with a payout, as less
 * @param fee     the platform's part of it
 * @param net     the mentor's part of it
 * @param status  of a payout, in Stripe's word; of a session or a tip what a bank's claim to it came to: "open",
 *                "won" or "lost"; null where there is none
 */
public record StatementLine(Kind kind, Instant at, @Nullable BookingId booking, @Nullable String title,
        @Nullable String mentee, Amount gross, Amount fee, Amount net, @Nullable String status, String cursor) {

    public enum Kind {
        /** Earned with a session that is over. */
        SESSION,
        /** Given on top. */
        TIP,
        /** Went back to a mentee, or came back from one. */
        CORRECTION,
        /** A mentee's bank took it back for good. */
        CHARGEBACK,
        /** Went on to the mentor's bank. */
        PAYOUT
    }
}
