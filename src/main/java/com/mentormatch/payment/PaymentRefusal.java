package com.mentormatch.payment;

import com.mentormatch.shared.Reason;

/** What is refused about money as a whole; each is a sentence under {@code refusal.<code>}. */
public enum PaymentRefusal implements Reason {

    CHECKOUT_UNAVAILABLE("checkout-unavailable", 503);

    private final String code;
    private final int status;

    PaymentRefusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
