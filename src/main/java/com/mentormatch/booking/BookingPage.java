package com.mentormatch.booking;

import com.mentormatch.account.Person;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.List;

/**
 * Everything the page of one booking shows.
 *
 * @param mentorSlug where the mentor's profile is
 * @param may        what this viewer can do with it now
 * @param token      names the forms on this page, so that each works once
 */
public record BookingPage(BookingDetails booking, Role role, Person mentor, Person mentee, String mentorSlug,
        int lateRefundPercent, May may, List<Step> timeline, FormToken token) {

    public enum Role {
        MENTEE, MENTOR, ADMIN
    }

    public record May(boolean answer, boolean withdraw, boolean pay) {}

    /** @param actor the person's name; null where time or the payment did it */
    public record Step(Instant at, String act, String actor, String note) {}

    /** The message that says what this booking is now, and whose turn it is. */
    public String headlineKey() {
        var accepted = booking.accepted() && booking.status() == BookingStatus.REQUESTED
                ? "accepted"
                : booking.status().slug();
        return "booking.headline." + accepted + "." + (role == Role.MENTOR ? "mentor" : "mentee");
    }

    public Person other() {
        return role == Role.MENTOR ? mentee : mentor;
    }

    /** Whether it will change without anyone touching this page, so that the page had better look again. */
    public boolean moving() {
        return booking.status() == BookingStatus.AWAITING_PAYMENT
                || booking.accepted() && booking.status() == BookingStatus.REQUESTED;
    }
}
