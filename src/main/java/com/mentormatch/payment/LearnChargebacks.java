package com.mentormatch.payment;

import com.mentormatch.booking.BookingFacts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes down what Stripe said about a bank's claims. While one is open nothing moves; one that is won changes nothing in
 * the end; one that is lost takes what was about to be refunded first, and of the rest the mentor's and the platform's
 * parts as a refund would; what is more than was left is the platform's loss. Stripe's own fee is the platform's. Called
 * under the payment's lock.
 */
@Component
class LearnChargebacks {

    private final Chargebacks chargebacks;
    private final Refunds refunds;
    private final Ledger ledger;
    private final MentorShare share;
    private final BookingFacts bookings;
    private final PaymentTasks tasks;

    LearnChargebacks(Chargebacks chargebacks, Refunds refunds, Ledger ledger, MentorShare share, BookingFacts bookings,
            PaymentTasks tasks) {
        this.chargebacks = chargebacks;
        this.refunds = refunds;
        this.ledger = ledger;
        this.share = share;
        this.bookings = bookings;
        this.tasks = tasks;
    }

    void learn(Payment payment, Snapshot snapshot, Instant now) {
        for (var dispute : snapshot.disputes()) {
            var chargeback = chargebacks.findByStripeId(dispute.id())
                .orElseGet(() -> chargebacks.save(new Chargeback(payment, snapshot.intent(), dispute, now)));
            dispute.movements().forEach(movement -> moved(payment, dispute, movement, now));
            if (chargeback.learn(dispute, now)) {
                if (chargeback.status() == Chargeback.Status.LOST) {
                    lost(payment, dispute, now);
                }
                goOn(payment, now);
            }
        }
    }

    private void moved(Payment payment, Snapshot.Dispute dispute, Snapshot.Dispute.Movement movement, Instant now) {
        var minor = movement.taken() ? dispute.minor() : -dispute.minor();
        share.write(payment, Movement.DISPUTED, movement.fee().movement(),
                Map.of(LedgerAccount.CHARGEBACKS, minor, LedgerAccount.STRIPE, -minor), now);
        share.fee(payment, movement.fee(), now);
    }

    private void lost(Payment payment, Snapshot.Dispute dispute, Instant now) {
        var rest = dispute.taken();
        for (var refund : refunds.owed(payment.id())) {
            var part = Math.min(rest, refund.amount().minor());
            if (part > 0) {
                share.write(payment, Movement.REFUND_DROPPED, dispute.id() + " " + refund.id(),
                        Map.of(LedgerAccount.REFUNDS, part, LedgerAccount.CHARGEBACKS, -part), now);
                refund.reduce(part, now);
                rest -= part;
            }
        }
        var ours = Math.min(rest, ledger.of(payment.id()).kept());
        if (ours > 0) {
            var lines = new EnumMap<LedgerAccount, Long>(ledger.of(payment.id())
                .less(ours, bookings.feePercent(payment.booking()), payment.amount().currency()));
            lines.put(LedgerAccount.CHARGEBACKS, -ours);
            share.write(payment, Movement.DISPUTE_LOST, dispute.id(), lines, now);
            share.takeBack(payment.id(), lines.getOrDefault(LedgerAccount.OWED, 0L), dispute.id(), now);
        }
        if (rest > ours) {
            share.bear(payment, rest - ours, dispute.id(), now);
        }
    }

    /** What waited for the end of it. */
    private void goOn(Payment payment, Instant now) {
        refunds.owed(payment.id()).forEach(refund -> tasks.hurry(PaymentTasks.REFUND, refund.id(), now));
        share.goOn(payment.id(), now);
    }
}
