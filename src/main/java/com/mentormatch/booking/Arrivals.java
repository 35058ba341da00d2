package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import java.time.Instant;
import java.util.List;

/** Who came to a session, as evidence where the two do not agree. Owned here, kept by the meeting module. */
public interface Arrivals {

    /**
     * One of the two, and when that person first went to the room.
     *
     * @param times how often in all
     */
    record Arrival(AccountId account, Instant first, int times) {}

    /** Whoever came, in the order they came; empty where nobody did. */
    List<Arrival> of(BookingId booking);
}
