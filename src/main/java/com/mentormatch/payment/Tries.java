package com.mentormatch.payment;

import jakarta.persistence.Embeddable;

/**
 * How often Stripe was asked for one thing. A try whose outcome nobody knows is the same try again; only a definite no is
 * followed by another, under a key of its own.
 */
@Embeddable
class Tries {

    private static final int LONGEST = 255;

    private int refusals;
    private String refusal;

    /** Stripe said no for good. */
    void refused(String why) {
        refusals++;
        refusal = why.substring(0, Math.min(LONGEST, why.length()));
    }

    /** Counts from 1. */
    int current() {
        return 1 + refusals;
    }
}
