package com.mentormatch.payment;

import com.mentormatch.booking.BookingFacts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes down what Stripe said about a bank's claims. While one is open nothing moves; one that is won changes nothing in
 * the end; one that is lost takes what was about to be refunded first, and of the rest the mentor's and the platform's
 * parts as a refund would. Stripe's own fee is the platform's. Called under the payment's lock.
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
        for (var refund : refunds.owed(payment.id())) {
            var minor = refund.amount().minor();
            if (minor <= ledger.of(payment.id()).disputed()) {
                refund.drop(now);
                share.write(payment, Movement.REFUND_DROPPED, refund.id().toString(),
                        Map.of(LedgerAccount.REFUNDS, minor, LedgerAccount.CHARGEBACKS, -minor), now);
            }
        }
        var standing = ledger.of(payment.id());
        var rest = standing.disputed();
        if (rest > 0) {
            var ours = Math.min(rest, standing.kept());
            var lines = new EnumMap<LedgerAccount, Long>(
                    standing.less(ours, bookings.feePercent(payment.booking()), payment.amount().currency()));
            lines.put(LedgerAccount.CHARGEBACKS, -rest);
            lines.merge(LedgerAccount.FEE, rest - ours, Long::sum);
            share.write(payment, Movement.DISPUTE_LOST, dispute.id(), lines, now);
            share.takeBack(payment.id(), lines.getOrDefault(LedgerAccount.OWED, 0L), dispute.id(), now);
        }
    }

    /** What waited for the end of it. */
    private void goOn(Payment payment, Instant now) {
        refunds.owed(payment.id()).forEach(refund -> tasks.hurry(PaymentTasks.REFUND, refund.id(), now));
        share.goOn(payment.id(), now);
    }
}
