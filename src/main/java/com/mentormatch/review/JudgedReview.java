package com.mentormatch.review;

import com.mentormatch.account.Person;
import com.mentormatch.booking.BookingId;
import java.time.Instant;
import java.util.List;

/**
 * A review as an admin decides about it.
 *
 * @param reports that are open, the oldest first
 */
public record JudgedReview(Said said, BookingId booking, Person author, Person mentor, List<Report> reports) {

    /** @param by the name of whoever made it */
    public record Report(String by, String reason, Instant at) {}

    public boolean hidden() {
        return said.standing() == Standing.HIDDEN;
    }
}
