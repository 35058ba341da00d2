package com.mentormatch.booking;

import com.mentormatch.account.Person;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Everything the page of one booking shows.
 *
 * @param mentorSlug where the mentor's profile is
 * @param may        what this viewer can do with it now
 * @param cancel     what cancelling would give back; null where this viewer cannot cancel
 * @param token      names the forms on this page, so that each works once
 */
public record BookingPage(BookingDetails booking, Role role, Person mentor, Person mentee, String mentorSlug,
        int lateRefundPercent, May may, CancellationTerms cancel, List<Step> timeline, FormToken token) {

    public enum Role {
        MENTEE, MENTOR, ADMIN
    }

    /**
     * @param answer   accept or decline the request
     * @param withdraw take back what is unpaid or undecided
     * @param move     choose another time
     * @param direct   and go there without asking
     * @param answerMove say yes or no to the other time that is proposed
     */
    public record May(boolean answer, boolean withdraw, boolean pay, boolean move, boolean direct,
            boolean answerMove) {}

    /**
     * @param actor the person's name; null where time or the payment did it
     * @param start of the other time it is about; null where it is about none
     */
    public record Step(Instant at, String act, String actor, String note, Instant start) {}

    /** The message that says what this booking is now, and whose turn it is. */
    public String headlineKey() {
        var accepted = booking.accepted() && booking.status() == BookingStatus.REQUESTED
                ? "accepted"
                : booking.cancellation() == null ? booking.status().slug() : "cancelled-by-" + by();
        return "booking.headline." + accepted + "." + roleKey();
    }

    private String by() {
        return booking.cancellation().by().name().toLowerCase(Locale.ROOT);
    }

    public String roleKey() {
        return role == Role.MENTOR ? "mentor" : "mentee";
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
