package com.mentormatch.payment;

import com.mentormatch.booking.BookingFacts;
import java.time.Instant;
import java.util.EnumMap;
import org.springframework.stereotype.Component;

/** Decides that an amount goes back: from that moment it is owed, however long Stripe takes. Called under a payment's lock. */
@Component
class OweRefund {

    private final Refunds refunds;
    private final Ledger ledger;
    private final MentorShare share;
    private final BookingFacts bookings;
    private final PaymentTasks tasks;

    OweRefund(Refunds refunds, Ledger ledger, MentorShare share, BookingFacts bookings, PaymentTasks tasks) {
        this.refunds = refunds;
        this.ledger = ledger;
        this.share = share;
        this.bookings = bookings;
        this.tasks = tasks;
    }

    /** Whatever is left of it, which may be nothing. */
    void all(Payment payment, RefundReason reason, String cause, Instant now) {
        upTo(payment, Long.MAX_VALUE, reason, cause, now);
    }

    /** So much, or what is left where that is less. */
    void upTo(Payment payment, long minor, RefundReason reason, String cause, Instant now) {
        var part = Math.min(minor, ledger.of(payment.id()).kept());
        if (part > 0) {
            owe(payment, part, reason, cause, now);
        }
    }

    /**
     * @param minor above zero; more than is left of the payment is an {@link IllegalArgumentException}
     * @param cause the command that decided it: the same one decides once
     */
    Refund owe(Payment payment, long minor, RefundReason reason, String cause, Instant now) {
        var known = refunds.findByPaymentAndCause(payment.id(), cause);
        if (known.isPresent()) {
            return known.get();
        }
        var currency = payment.amount().currency();
        var lines = new EnumMap<>(
                ledger.of(payment.id()).less(minor, bookings.feePercent(payment.booking()), currency));
        var refund = refunds.save(new Refund(payment, minor, reason, cause, now));
        lines.put(LedgerAccount.REFUNDS, -minor);
        share.write(payment, Movement.REFUND_DECIDED, refund.id().toString(), lines, now);
        share.takeBack(payment.id(), lines.getOrDefault(LedgerAccount.OWED, 0L), refund.id().toString(), now);
        payment.stand(ledger.of(payment.id()).status(), now);
        if (reason != RefundReason.AT_STRIPE) {
            tasks.refund(refund.id(), now);
        }
        return refund;
    }
}
