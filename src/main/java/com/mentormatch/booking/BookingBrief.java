package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.TimeSpan;
import java.time.ZoneId;

/** A booking in a line, for lists of other modules. */
public record BookingBrief(BookingId id, AccountId mentor, AccountId mentee, String title, TimeSpan time,
        ZoneId agreedZone, Amount price) {}
