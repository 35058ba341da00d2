package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what is on a mentor's calendar from now on. Whoever keeps bookings implements it. */
public interface SessionsAhead {

    /**
     * @param with    the mentee's name
     * @param decided whether it is agreed; otherwise it waits for a payment or an answer
     * @param page    address of the booking
     * @param move    address where another time is proposed; null where that cannot be done
     * @param cancel  address where it is called off, with the money shown first; null where that cannot be done
     */
    record Session(UUID booking, String with, String offer, TimeSpan time, boolean decided, String page,
            @Nullable String move, @Nullable String cancel) {}

    /** Live sessions this person gives that have not begun, the next one first. */
    List<Session> of(AccountId mentor, Instant now);
}
