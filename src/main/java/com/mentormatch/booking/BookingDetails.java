package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.TimeSpan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A booking as other modules see it.
 *
 * @param time          the session, UTC
 * @param agreedZone    the mentor's zone when it was booked
 * @param status        as of the instant it was asked for, time already having done its work
 * @param deadline      when an unpaid or undecided booking ends by itself; null otherwise
 * @param accepted      whether the mentor said yes while the money is not yet captured
 * @param sequence      rises when the time or the standing of a confirmed booking changes (iCalendar SEQUENCE)
 * @param moves         how often it has taken another time
 * @param declineReason the mentor's words; null where there are none
 * @param cancellation  how it was cancelled; null where it was not
 * @param proposal      another time that waits for an answer; null where none does
 * @param complaint     what waits for a ruling; null where nothing does
 * @param ruling        the last ruling there was; null where there was none
 */
public record BookingDetails(BookingId id, AccountId mentor, AccountId mentee, TimeSpan time, ZoneId agreedZone,
        OfferId offer, String offerTitle, String topic, String message, Amount price, Confirmation confirmation,
        BookingStatus status, Instant deadline, boolean accepted, int sequence, int moves, String declineReason,
        Cancellation cancellation, Proposal proposal, Complaint complaint, Ruling ruling) {

    /** Which first sentence says how it stands at that instant: a key under {@code booking.headline}. */
    public String standing(Instant now) {
        if (accepted && status == BookingStatus.REQUESTED) {
            return "accepted";
        }
        if (cancellation != null) {
            return "cancelled-by-" + slug(cancellation.by());
        }
        if (complaint != null) {
            var what = status == BookingStatus.RESOLVED ? "appealed-by-" : "disputed-by-";
            return complaint.answerable(now) ? what + slug(complaint.by()) : "ruling-awaited";
        }
        return ruling == null ? status.slug() : "resolved-" + ruling.kind();
    }

    /** By when somebody has to act, or it goes on by itself; null where neither is so. */
    public Instant until() {
        if (status == BookingStatus.PENDING_COMPLETION) {
            return time.end().plus(BookingStatus.SILENCE);
        }
        return complaint == null ? deadline : complaint.until();
    }

    /** Whether this is one of the two. */
    public boolean isOf(SignedIn viewer) {
        return viewer.is(mentor) || viewer.is(mentee);
    }

    private static String slug(Party party) {
        return party.name().toLowerCase(Locale.ROOT);
    }
}
