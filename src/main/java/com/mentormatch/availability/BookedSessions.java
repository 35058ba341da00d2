package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.shared.TimeSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Tells which sessions count towards a mentor's limits a day and a week. Whoever keeps bookings implements it. */
public interface BookedSessions {

    record Session(AccountId mentor, OfferId offer, Instant start) {}

    /** Sessions these people give as mentors that begin in the span and were not called off, in one query. */
    List<Session> of(Collection<AccountId> mentors, TimeSpan starts, Instant now);
}
