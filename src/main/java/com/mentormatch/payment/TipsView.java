package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tips on a booking, as one of its two people sees them.
 *
 * @param mine  whether the viewer is the one who gives
 * @param may   whether another one can be given now
 * @param other the other person's name
 * @param least the smallest that can be given
 * @param given oldest first
 */
public record TipsView(BookingId booking, boolean mine, boolean may, String other, Amount least, List<Given> given,
        ZoneId zone) {

    /** @param bank "open" while a bank has taken it back, "lost" where it keeps it, "won" where it gave it back; or null */
    public record Given(Amount amount, @Nullable String message, Instant at, @Nullable String bank) {}

    public boolean shown() {
        return may || !given.isEmpty();
    }
}
