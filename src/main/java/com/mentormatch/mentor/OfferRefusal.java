package com.mentormatch.mentor;

import com.mentormatch.shared.Reason;

/** Why an offer is not taken as it is; a form to correct each time. */
public enum OfferRefusal implements Reason {

    /** Argument of the sentence: the smallest amount in that currency. */
    PRICE_BELOW_MINIMUM,
    PRICE_NOT_CHARGEABLE,
    CURRENCY_NOT_SUPPORTED,
    PAYOUTS_NEEDED,
    PROFILE_NEEDED,
    /** Over three hours, for which an admin has to allow it. */
    LENGTH_NOT_ALLOWED;

    @Override
    public int status() {
        return 422;
    }
}
