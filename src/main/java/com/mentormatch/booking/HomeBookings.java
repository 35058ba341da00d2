package com.mentormatch.booking;

import com.mentormatch.account.Person;
import java.util.List;

/**
 * What a person's home shows of their bookings; each list ends after a few.
 *
 * @param viewer    whose home it is
 * @param disputes  what the other one says of a session and this person can answer, the earliest deadline first
 * @param toConfirm sessions that are over and wait for this mentee's word, the one that is longest over first
 * @param proposals sessions for which the other one proposes another time, the next one first
 * @param requests  what this mentor has to answer, the earliest deadline first
 * @param sessions  as a mentor, agreed and not over, the next one first
 * @param waiting   as a mentee, unpaid or undecided, the next one first
 * @param coming    as a mentee, agreed and not over, the next one first
 * @param completed as a mentee, completed in the last thirty days, the latest first
 */
public record HomeBookings(Person viewer, List<BookingCard> disputes, List<BookingCard> toConfirm,
        List<BookingCard> proposals, List<BookingCard> requests, List<BookingCard> sessions, List<BookingCard> waiting,
        List<BookingCard> coming, List<BookingCard> completed) {}
