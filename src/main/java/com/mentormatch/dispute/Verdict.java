package com.mentormatch.dispute;

import com.mentormatch.shared.Amount;
import java.util.Optional;

/** What a ruling can do with the money. */
public enum Verdict {

    /** The mentor is paid; where something went back before, it stays at that. */
    RELEASE,
    /** All of it goes back to the mentee. */
    FULL,
    /** The admin says how much goes back. */
    PART;

    /**
     * What the mentee gets back in all; empty where what was typed is no amount of that currency.
     *
     * @param typed of a part, "12.50"
     */
    public Optional<Amount> refund(Amount price, Amount given, String typed) {
        return switch (this) {
            case RELEASE -> Optional.of(given);
            case FULL -> Optional.of(price);
            case PART -> Amount.parse(typed == null ? "" : typed, price.currency());
        };
    }
}
