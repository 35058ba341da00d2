package com.mentormatch.mentor;

import com.mentormatch.shared.Reason;

/** Why an offer is not taken as it is; a form to correct each time. */
public enum OfferRefusal implements Reason {

    /** Argument of the sentence: the smallest amount in that currency. */
    PRICE_BELOW_MINIMUM("price-below-minimum"), PRICE_NOT_CHARGEABLE("price-not-chargeable"), CURRENCY_NOT_SUPPORTED(
            "currency-not-supported"), PAYOUTS_NEEDED("payouts-needed"), PROFILE_NEEDED("profile-needed");

    private final String code;

    OfferRefusal(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 422;
    }
}
