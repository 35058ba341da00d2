package com.mentormatch.booking;

import com.mentormatch.shared.Amount;
import java.time.Instant;

/**
 * What cancelling gives back, for one of the people who may do it, as of one instant.
 *
 * @param charged whether the mentee has been charged; where not, cancelling charges nothing
 * @param back    what the mentee gets back now
 * @param until   until when that is so, UTC; the start of the session where nothing changes before it
 * @param later   what the mentee gets back from then on; the same as {@code back} where nothing changes
 */
public record CancellationTerms(Party by, Amount price, boolean charged, Amount back, Instant until, Amount later) {

    public Amount kept() {
        return price.minus(back);
    }

    public boolean changes() {
        return charged && !back.equals(later);
    }

    /** Which sentence describes it: free, uncharged, full, part or none. */
    public String kind() {
        if (price.isFree()) {
            return "free";
        }
        return !charged ? "uncharged" : back.equals(price) ? "full" : back.isFree() ? "none" : "part";
    }
}
