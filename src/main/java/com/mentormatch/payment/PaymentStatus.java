package com.mentormatch.payment;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far a payment has come, and what may follow what. Until money is charged there is no way back: an answer of
 * Stripe's that is older than what is known changes nothing. From then on it is what the ledger adds up to.
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
    REFUNDED,
    /** The mentee's bank has taken it back, for now or for good. */
    CHARGED_BACK;

    /** Once money was charged the ledger says which of these it is, and any may follow any. */
    private static final Set<PaymentStatus> CHARGED = EnumSet.of(PAID, REFUND_PENDING, PARTIALLY_REFUNDED, REFUNDED,
            CHARGED_BACK);

    public boolean mayBecome(PaymentStatus next) {
        return switch (this) {
            case PENDING -> next == AUTHORIZED || next == PAID || next == VOIDED;
            case AUTHORIZED -> next == PAID || next == VOIDED || next == FAILED;
            case FAILED, VOIDED -> false;
            case PAID, REFUND_PENDING, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK -> CHARGED.contains(next);
        };
    }

    public boolean charged() {
        return CHARGED.contains(this);
    }

    /** Whether Stripe may at any moment have something to tell about it. */
    public boolean open() {
        return this == PENDING || this == AUTHORIZED || this == REFUND_PENDING;
    }
}
