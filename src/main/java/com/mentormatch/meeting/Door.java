package com.mentormatch.meeting;

import com.mentormatch.booking.BookingDetails;
import java.time.Duration;
import java.time.Instant;

/** Whether the two can go to their room. Source: product.md, "After the session". */
public enum Door {

    /** Nothing is agreed, or no longer. */
    NONE,
    /** It opens later. */
    AHEAD,
    /** They can go in. */
    OPEN,
    /** It was open. */
    OVER;

    /** It opens that long before the start, and stays open that long after the end. */
    public static final Duration EARLY = Duration.ofMinutes(15);
    public static final Duration LATE = Duration.ofMinutes(15);

    static Door of(BookingDetails booking, Instant now) {
        return switch (booking.status()) {
            case CONFIRMED, IN_PROGRESS ->
                now.isBefore(opens(booking)) ? AHEAD : now.isBefore(booking.time().end().plus(LATE)) ? OPEN : OVER;
            case PENDING_COMPLETION, COMPLETED, DISPUTED, RESOLVED -> OVER;
            case AWAITING_PAYMENT, REQUESTED, DECLINED, WITHDRAWN, EXPIRED, CANCELLED -> NONE;
        };
    }

    static Instant opens(BookingDetails booking) {
        return booking.time().start().minus(EARLY);
    }
}
