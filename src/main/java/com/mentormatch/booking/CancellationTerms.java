package com.mentormatch.booking;

import com.mentormatch.shared.Amount;
import java.time.Instant;

/**
 * What cancelling gives back, for one of the people who may do it, as of one instant.
 *
 * @param charged whether the mentee has been charged; where not, cancelling charges nothing
 * @param before  what of the price went back before, whatever for
 * @param back    what the mentee gets back now, of what is left
 * @param until   until when that is so, UTC; the start of the session where nothing changes before it
 * @param later   what the mentee gets back from then on; the same as {@code back} where nothing changes
 */
public record CancellationTerms(Party by, Amount price, boolean charged, Amount before, Amount back, Instant until,
        Amount later) {

    /** What there is to give back. */
    public Amount left() {
        return price.minus(before);
    }

    public boolean changes() {
        return charged && !back.equals(later);
    }

    /** Which sentence describes it: free, uncharged, gone (all of it went back before), full, part or none. */
    public String kind() {
        if (price.isFree()) {
            return "free";
        }
        if (!charged) {
            return "uncharged";
        }
        if (left().isFree()) {
            return "gone";
        }
        return back.equals(left()) ? "full" : back.isFree() ? "none" : "part";
    }
}
