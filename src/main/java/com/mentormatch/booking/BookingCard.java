package com.mentormatch.booking;

import com.mentormatch.account.Person;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.TimeSpan;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A booking in a list, as one of its two people sees it.
 *
 * @param other    the person on the other side
 * @param deadline by when somebody has to act, or it goes on by itself; null where neither is so
 * @param moved    whether it has taken another time
 * @param proposed the other time that is proposed for it and waits for an answer; null where there is none
 * @param token    names the answer given to it in place
 * @param cursor   where a list continues after this card
 */
public record BookingCard(BookingId id, String title, String topic, Person other, boolean asMentor, TimeSpan time,
        ZoneId agreedZone, BookingStatus status, Instant deadline, boolean accepted, Amount price, boolean moved,
        TimeSpan proposed, FormToken token, String cursor) {

    public String href() {
        return "/bookings/" + id;
    }
}
