package com.mentormatch.payment;

import com.mentormatch.payment.Chargeback.Status;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its badge tells it: how it stands, and what the claim of a bank to it came to.
 *
 * @param bank OPEN, WON or LOST; null where no bank ever had it
 */
record AtBank(PaymentStatus status, @Nullable Status bank) {

    /** A key under {@code state.} */
    String badge() {
        return status == PaymentStatus.CHARGED_BACK && bank != Status.LOST ? "AT_BANK" : status.name();
    }

    /** Whether a bank had it and gave it back. */
    boolean won() {
        return status != PaymentStatus.CHARGED_BACK && bank == Status.WON;
    }
}
