package com.mentormatch.booking;

import java.time.Instant;
import java.util.List;

/** What was written to the two people of a booking, as evidence. Owned here, kept by the notification module. */
public interface SentMails {

    /**
     * One mail.
     *
     * @param to   the name of whoever it went to
     * @param sent when the mail server took it; null where it waits or was dropped
     */
    record SentMail(String subject, String to, Instant written, Instant sent) {}

    /** The oldest first, at most 100. */
    List<SentMail> of(BookingId booking);
}
