package com.mentormatch.payment;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How far a payment has come, and what may follow what. There is no way back: an answer of Stripe's that is older than
 * what is known changes nothing.
 */
public enum PaymentStatus {

    /** A Checkout is open, or about to be; no money has moved. */
    PENDING,
    /** The card is good for it; nothing is charged. */
    AUTHORIZED,
    /** Charged. */
    PAID,
    /** Authorised once, but the money could not be taken. */
    FAILED,
    /** Over, and nothing was ever charged. */
    VOIDED,
    /** Charged, and to be given back. */
    REFUND_PENDING,
    /** A part of it given back, the rest kept as agreed. */
    PARTIALLY_REFUNDED,
    /** Given back in full. */
    REFUNDED;

    private static final Map<PaymentStatus, Set<PaymentStatus>> NEXT = new EnumMap<>(Map.of(PENDING,
            EnumSet.of(AUTHORIZED, PAID, VOIDED), AUTHORIZED, EnumSet.of(PAID, VOIDED, FAILED), PAID,
            EnumSet.of(REFUND_PENDING), REFUND_PENDING, EnumSet.of(REFUNDED, PARTIALLY_REFUNDED), PARTIALLY_REFUNDED,
            EnumSet.noneOf(PaymentStatus.class), FAILED, EnumSet.noneOf(PaymentStatus.class), VOIDED,
            EnumSet.noneOf(PaymentStatus.class), REFUNDED, EnumSet.noneOf(PaymentStatus.class)));

    public boolean mayBecome(PaymentStatus next) {
        return NEXT.get(this).contains(next);
    }

    /** Whether Stripe may still have something to tell about it. */
    public boolean open() {
        return this == PENDING || this == AUTHORIZED || this == REFUND_PENDING;
    }
}
