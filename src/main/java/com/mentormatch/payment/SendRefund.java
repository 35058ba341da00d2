package com.mentormatch.payment;

import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks Stripe to give an amount back. Run as a task until Stripe has taken it on. */
@Component
class SendRefund {

    private final Refunds refunds;
    private final Payments payments;
    private final Chargebacks chargebacks;
    private final SettlePayment settle;
    private final Till till;
    private final Transactions transactions;

    SendRefund(Refunds refunds, Payments payments, Chargebacks chargebacks, SettlePayment settle, Till till,
            Transactions transactions) {
        this.refunds = refunds;
        this.payments = payments;
        this.chargebacks = chargebacks;
        this.settle = settle;
        this.till = till;
        this.transactions = transactions;
    }

    /** While a bank disputes the payment nothing is asked: the end of that asks again. */
    void send(UUID id, Instant now) {
        var payment = payments.findById(refunds.findById(id).orElseThrow().payment()).orElseThrow();
        settle.settle(payment, now);
        var refund = refunds.findById(id).orElseThrow();
        if (refund.status() != Refund.Status.OWED || chargebacks.open(payment.id())) {
            return;
        }
        try {
            till.refund(new Till.Back(id, payment.id(), payment.booking(), payment.intent(), refund.amount(),
                    refund.attempt()));
        } catch (Till.Refused refused) {
            refused(refund, refused, now);
            throw new StillRefused("Stripe refuses to refund payment " + payment.id(), refused);
        }
        settle.settle(payment, now);
    }

    private void refused(Refund asked, Till.Refused refused, Instant now) {
        transactions.run(() -> {
            payments.lock(asked.payment()).orElseThrow();
            var refund = refunds.findById(asked.id()).orElseThrow();
            if (refund.status() == Refund.Status.OWED && refund.attempt() == asked.attempt()) {
                refund.refused(refused.getMessage(), now);
            }
        });
    }
}
