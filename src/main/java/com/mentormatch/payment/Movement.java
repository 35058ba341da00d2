package com.mentormatch.payment;

/** The kinds of entries, each with what its cause is the id of. */
enum Movement {

    /** A card was charged. Cause: the payment intent. */
    CHARGED,
    /** Stripe's fee for a charge, a dispute or a transfer. Cause: the balance transaction. */
    FEE_TAKEN,
    /** The money is what the session costs. Cause: the payment. */
    HELD,
    /** The session is over, the money is earned. Cause: the payment. */
    EARNED,
    /** It is decided that an amount goes back. Cause: our refund. */
    REFUND_DECIDED,
    /** It went back. Cause: Stripe's refund. */
    REFUNDED,
    /** It did not arrive after all. Cause: Stripe's refund. */
    REFUND_FAILED,
    /** It need not go back any more, for the bank took it. Cause: Stripe's dispute or refund, and our refund. */
    REFUND_DROPPED,
    /** A mentor's share was moved to them. Cause: Stripe's transfer. */
    TRANSFERRED,
    /** A part of it was taken back. Cause: Stripe's reversal, ours where there was nothing to ask for. */
    REVERSED,
    /** A tip was charged. Cause: the payment intent. */
    TIPPED,
    /** A bank took money back, or returned it. Cause: the balance transaction. */
    DISPUTED,
    /** A bank keeps it. Cause: Stripe's dispute. */
    DISPUTE_LOST,
    /** A bank keeps more than was left of the payment, which the platform bears. Cause: Stripe's dispute, or our refund. */
    LOSS
}
