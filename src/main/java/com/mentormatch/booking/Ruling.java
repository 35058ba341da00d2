package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Amount;
import java.time.Duration;
import java.time.Instant;

/**
 * How a dispute was decided.
 *
 * @param price    of the session
 * @param refund   what the mentee gets back of it, in all; the rest is the mentor's
 * @param reason   in the admin's words; null where nobody contested the mentor's report
 * @param by       the admin; null where nobody contested the mentor's report
 * @param onAppeal whether it is the second one, after which there is none
 * @param mentorAbsent whether the mentor did not come, which stands on their record
 */
public record Ruling(Amount price, Amount refund, String reason, AccountId by, Instant at, boolean onAppeal,
        boolean mentorAbsent) {

    /** Either side can appeal within that long, and once. */
    static final Duration APPEAL = Duration.ofDays(7);

    public Amount rest() {
        return price.minus(refund);
    }

    public Instant appealUntil() {
        return at.plus(APPEAL);
    }

    /** Which sentence describes it: free, full, part or none. */
    public String kind() {
        if (price.isFree()) {
            return "free";
        }
        return refund.equals(price) ? "full" : refund.isFree() ? "none" : "part";
    }
}
