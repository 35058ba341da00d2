package com.mentormatch.payment;

import com.mentormatch.shared.Reason;

/** What is refused about money as a whole; each is a sentence under {@code refusal.<code>}. */
public enum PaymentRefusal implements Reason {

    CHECKOUT_UNAVAILABLE(503),
    PAYOUTS_UNAVAILABLE(503),
    /** Nothing was charged for this booking. */
    NOTHING_TO_REFUND(409),
    /** More than is left of what was paid, nothing at all, or an amount Stripe does not move. */
    TOO_MUCH_TO_REFUND(422),
    /** The mentee's bank has taken the payment back and has not decided yet. */
    DISPUTED_AT_BANK(409);

    private final int status;

    PaymentRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
