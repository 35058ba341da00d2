package com.mentormatch.booking;

import com.mentormatch.account.Person;
import com.mentormatch.shared.Amount;
import java.time.Instant;

/**
 * What waits for an admin's ruling, in their list.
 *
 * @param by     whoever complains
 * @param appeal whether it has been decided once
 * @param until  until when the other side can answer
 * @param ready  whether it can be decided: the other side has answered, or its time is over
 * @param cursor where a list continues after this card
 */
public record DisputeCard(BookingId id, Person mentor, Person mentee, String title, Amount price, Party by,
        boolean appeal, Instant until, boolean ready, String cursor) {}
