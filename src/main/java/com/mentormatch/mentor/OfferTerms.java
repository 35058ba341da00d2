package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Amount;
import java.time.Duration;

/**
 * An offer as it stands now; a booking copies what it needs.
 *
 * @param minutes length of the session, a multiple of 15
 * @param lateRefundPercent what a mentee gets back who cancels less than 24 hours ahead: 0, 50 or 100
 * @param published whether it can be seen and booked
 * @param paused whether it would be, could its mentor be paid
 */
public record OfferTerms(OfferId id, AccountId mentor, String title, OfferKind kind, int minutes, Amount price,
        Confirmation confirmation, int lateRefundPercent, boolean published, boolean paused) {

    public Duration length() {
        return Duration.ofMinutes(minutes);
    }

    public boolean trial() {
        return kind == OfferKind.TRIAL;
    }

    public boolean instant() {
        return confirmation == Confirmation.INSTANT;
    }
}
