package com.mentormatch.payment;

import com.mentormatch.shared.Reason;

/** What is refused about money as a whole; each is a sentence under {@code refusal.<code>}. */
public enum PaymentRefusal implements Reason {

    CHECKOUT_UNAVAILABLE(503), PAYOUTS_UNAVAILABLE(503);

    private final int status;

    PaymentRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
