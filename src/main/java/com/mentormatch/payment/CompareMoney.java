package com.mentormatch.payment;

import com.mentormatch.payment.Mismatches.Kind;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Holds what we say of a payment against what Stripe says, after everything that is clear was written down. What is left
 * is for people. Called under the payment's lock.
 */
@Component
class CompareMoney {

    private final Ledger ledger;
    private final Mismatches mismatches;

    CompareMoney(Ledger ledger, Mismatches mismatches) {
        this.ledger = ledger;
        this.mismatches = mismatches;
    }

    void compare(Payment payment, Snapshot snapshot, Instant now) {
        var standing = ledger.of(payment.id());
        var theirs = snapshot.money() == Snapshot.Money.CHARGED ? snapshot.received() : 0;
        differ(payment, Kind.CHARGED, payment.status().charged() ? payment.amount().minor() : 0, theirs, now);
        differ(payment, Kind.REFUNDED, standing.refunded(), refunded(snapshot), now);
        differ(payment, Kind.DISPUTED, Math.max(0, standing.disputed()) + (standing.lost() ? lost(snapshot) : 0),
                taken(snapshot), now);
    }

    private void differ(Payment payment, Kind kind, long ours, long theirs, Instant now) {
        mismatches.compare(kind, payment.id().toString(), payment.booking(), words(payment, ours),
                words(payment, theirs), now);
    }

    private static String words(Payment payment, long minor) {
        return payment.amount().currency() + " " + new Amount(minor, payment.amount().currency()).decimal();
    }

    private static long refunded(Snapshot snapshot) {
        return snapshot.refunds()
            .stream()
            .filter(back -> back.state() == Snapshot.Back.State.DONE)
            .mapToLong(Snapshot.Back::minor)
            .sum();
    }

    private static long taken(Snapshot snapshot) {
        return snapshot.disputes()
            .stream()
            .flatMap(dispute -> dispute.movements()
                .stream()
                .map(movement -> movement.taken() ? dispute.minor() : -dispute.minor()))
            .mapToLong(Long::longValue)
            .sum();
    }

    private static long lost(Snapshot snapshot) {
        return snapshot.disputes()
            .stream()
            .filter(dispute -> dispute.state() == Snapshot.Dispute.State.LOST)
            .mapToLong(Snapshot.Dispute::minor)
            .sum();
    }

    /** The same for what went to a mentor. */
    void compare(Transfer transfer, long reversed, Till.Arrived arrived, Instant now) {
        mismatches.compare(Kind.TRANSFERRED, transfer.id().toString(), transfer.booking(),
                transfer.movedMinor() + " - " + reversed, arrived.minor() + " - " + arrived.reversed(), now);
    }
}
