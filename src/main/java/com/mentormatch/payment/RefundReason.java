package com.mentormatch.payment;

/** Why an amount goes back. */
public enum RefundReason {
    /** The booking was cancelled. */
    CANCELLED,
    /** The money came when the booking could no longer be had. */
    LATE,
    /** The booking was paid already, by another Checkout. */
    TWICE,
    /** An admin ruled so on a dispute. */
    RULING,
    /** An admin gave it back. */
    ADMIN,
    /** It was given back at Stripe, by hand. */
    AT_STRIPE;

    /** Whether somebody at the platform decided it, apart from what the booking went through. */
    boolean byHand() {
        return this == ADMIN || this == AT_STRIPE;
    }
}
