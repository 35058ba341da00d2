package com.mentormatch.payment;

import com.mentormatch.booking.BookingBrief;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two has of a booking's money, on paper.
 *
 * @param mine   whether the reader is the mentee; everybody else reads the mentor's side
 * @param number names the receipt
 * @param mentor their name
 * @param mentee their name
 * @param card   "Visa •••• 4242"; null where it is not the reader's
 * @param lines  oldest first
 * @param fee    the platform's part; null for the mentee
 * @param total  what is left of it all
 * @param held   what is kept until the session is over; null for the mentee, and where nothing is
 * @param bank   "open", "won" or "lost": what the claims of the mentee's bank came to; null where it made none
 */
public record ReceiptPage(BookingBrief booking, boolean mine, String number, String mentor, String mentee,
        @Nullable String card, List<Line> lines, @Nullable Amount fee, Amount total, @Nullable Amount held,
        @Nullable String bank, ZoneId zone) {

    /** @param what a key under {@code receipt.} */
    public record Line(String what, Instant at, Amount amount) {}
}
