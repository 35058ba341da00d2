package com.mentormatch.booking;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where a booking stands, and the one table of what may follow what. Source: product.md, "Booking".
 *
 * <p>An expired booking can come back to life in one case: the money arrived after its hold had ended and its time was
 * still free. A session is disputed before it is over in one case: the mentor reports that the mentee did not come. A
 * request waits for its money once more where the mentor has said yes and the card could not be charged. What waits for
 * money is declined in one case: the mentor's account was suspended.
 */
public enum BookingStatus {

    AWAITING_PAYMENT,
    REQUESTED,
    CONFIRMED,
    IN_PROGRESS,
    PENDING_COMPLETION,
    COMPLETED,
    DISPUTED,
    RESOLVED,
    DECLINED,
    WITHDRAWN,
    EXPIRED,
    CANCELLED;

    /** After the end of a session it waits for the mentee's word. */
    static final Duration COMPLETION_GRACE = Duration.ofMinutes(15);

    /** Silence for that long after the end completes a session. */
    static final Duration SILENCE = Duration.ofHours(72);

    private static final Map<BookingStatus, Set<BookingStatus>> NEXT = new EnumMap<>(
            Map.ofEntries(Map.entry(AWAITING_PAYMENT, EnumSet.of(REQUESTED, CONFIRMED, DECLINED, EXPIRED, WITHDRAWN)),
                    Map.entry(REQUESTED,
                            EnumSet.of(AWAITING_PAYMENT, CONFIRMED, DECLINED, WITHDRAWN, EXPIRED, CANCELLED)),
                    Map.entry(CONFIRMED, EnumSet.of(IN_PROGRESS, CANCELLED)),
                    Map.entry(IN_PROGRESS, EnumSet.of(PENDING_COMPLETION, DISPUTED)),
                    Map.entry(PENDING_COMPLETION, EnumSet.of(COMPLETED, DISPUTED)),
                    Map.entry(DISPUTED, EnumSet.of(RESOLVED)), Map.entry(EXPIRED, EnumSet.of(REQUESTED, CONFIRMED)),
                    Map.entry(COMPLETED, EnumSet.noneOf(BookingStatus.class)),
                    Map.entry(RESOLVED, EnumSet.noneOf(BookingStatus.class)),
                    Map.entry(DECLINED, EnumSet.noneOf(BookingStatus.class)),
                    Map.entry(WITHDRAWN, EnumSet.noneOf(BookingStatus.class)),
                    Map.entry(CANCELLED, EnumSet.noneOf(BookingStatus.class))));

    public boolean mayBecome(BookingStatus next) {
        return NEXT.get(this).contains(next);
    }

    public Set<BookingStatus> next() {
        return Set.copyOf(NEXT.get(this));
    }

    /** Whether a booking in this status keeps its time for itself. */
    public boolean holdsTime() {
        return switch (this) {
            case AWAITING_PAYMENT, REQUESTED, CONFIRMED, IN_PROGRESS, PENDING_COMPLETION -> true;
            case COMPLETED, DISPUTED, RESOLVED, DECLINED, WITHDRAWN, EXPIRED, CANCELLED -> false;
        };
    }

    /** As written in pages and addresses: "awaiting-payment". */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
