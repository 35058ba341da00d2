package com.mentormatch.booking;

import com.mentormatch.account.Person;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Everything the page of one booking shows.
 *
 * @param mentorSlug where the mentor's profile is
 * @param left       of the price, as far as it has not gone back
 * @param may        what this viewer can do with it now
 * @param after      what this viewer can do now that it has begun
 * @param cancel     what cancelling would give back; null where this viewer cannot cancel
 * @param token      names the forms on this page, so that each works once
 */
public record BookingPage(BookingDetails booking, Role role, Person mentor, Person mentee, String mentorSlug,
        int lateRefundPercent, Amount left, May may, After after, CancellationTerms cancel, List<Step> timeline,
        FormToken token) {

    /** So long before the start people look for the door. */
    private static final Duration SOON = Duration.ofMinutes(15);

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
     * @param complete say that it is over
     * @param confirm  say that it took place as agreed
     * @param dispute  say that it did not
     * @param report   say that the mentee did not come
     * @param answer   say how they see what the other one says of it
     * @param appeal   ask for a second ruling
     */
    public record After(boolean complete, boolean confirm, boolean dispute, boolean report, boolean answer,
            boolean appeal) {

        public boolean any() {
            return complete || confirm || dispute || report || answer || appeal;
        }
    }

    /**
     * @param actor  the person's name; null where time, the payment or an admin did it
     * @param note   in the words of whoever did it; null where there are none
     * @param start  of the other time it is about; null where it is about none
     * @param refund what a ruling gives back, or a bank takes; null where no money belongs to it
     */
    public record Step(Instant at, String act, String actor, String note, Instant start, Amount refund) {

        private static final Set<String> OF_A_DISPUTE = Set.of("disputed", "no-show", "dispute-answered", "appealed",
                "uncontested", "ruled-free", "ruled-none", "ruled-back", "mentor-absent", "mentor-came");

        /** Whether it belongs to what the two do not agree about. */
        public boolean ofDispute() {
            return OF_A_DISPUTE.contains(act);
        }

        /** Whether the page tells the words somewhere better. */
        public boolean toldElsewhere() {
            return act.equals("declined") || act.equals("cancelled");
        }
    }

    /** The message that says what this booking is now, and whose turn it is. */
    public String headlineKey(Instant now) {
        return "booking.headline." + booking.standing(now) + "." + roleKey();
    }

    /** The message that says what becomes of what the two do not agree about; null where it is this one's turn, or nobody's. */
    public String disputeKey(Instant now) {
        var complaint = booking.complaint();
        if (complaint == null || after.answer()) {
            return null;
        }
        if (!complaint.answerable(now)) {
            return "booking.dispute.awaited";
        }
        return complaint.by() == Party.MENTOR && booking.status() == BookingStatus.DISPUTED
                ? "booking.dispute.next.noShow"
                : "booking.dispute.next.answer";
    }

    public String roleKey() {
        return role == Role.MENTOR ? "mentor" : "mentee";
    }

    public Person other() {
        return role == Role.MENTOR ? mentee : mentor;
    }

    /** Whether the two did not agree about it, which has a page of its own. */
    public boolean disputed() {
        return booking.complaint() != null || booking.ruling() != null;
    }

    /** Whether paying or going in is what matters now, which on a phone comes before the facts. */
    public boolean pressing(Instant now) {
        return may.pay() || booking.status() == BookingStatus.IN_PROGRESS
                || booking.status() == BookingStatus.CONFIRMED && !now.isBefore(booking.time().start().minus(SOON));
    }

    /** Until when the mentor can say that the mentee did not come. */
    public Instant reportableUntil() {
        return booking.time().end().plus(Booking.NO_SHOW_UNTIL);
    }

    /** Whether it will change without anyone touching this page, so that the page had better look again. */
    public boolean moving() {
        return booking.status() == BookingStatus.AWAITING_PAYMENT
                || booking.accepted() && booking.status() == BookingStatus.REQUESTED;
    }
}
