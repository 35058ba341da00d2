package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
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
        var sides = new Sides(payment.id(), payment.booking(), payment.amount().currency(), now);
        differ(sides, Kind.CHARGED, payment.status().charged() ? payment.amount().minor() : 0, charged(snapshot));
        differ(sides, Kind.REFUNDED, standing.refunded(), refunded(snapshot));
        differ(sides, Kind.DISPUTED, standing.disputed() + (standing.lost() ? lost(snapshot) : 0), taken(snapshot));
    }

    /** The same for a tip that is paid, of which nothing is ever given back by us. @param taken what banks have of it */
    void compare(Tip tip, long taken, Snapshot snapshot, Instant now) {
        var sides = new Sides(tip.id(), tip.booking(), tip.amount().currency(), now);
        differ(sides, Kind.CHARGED, tip.amount().minor(), charged(snapshot));
        differ(sides, Kind.REFUNDED, 0, refunded(snapshot));
        differ(sides, Kind.DISPUTED, taken, taken(snapshot));
    }

    /** @param money the payment or the tip */
    private record Sides(PaymentId money, BookingId booking, String currency, Instant now) {

        String words(long minor) {
            return currency + " " + new Amount(minor, currency).decimal();
        }
    }

    private void differ(Sides sides, Kind kind, long ours, long theirs) {
        mismatches.compare(kind, sides.money().toString(), sides.booking(), sides.words(ours), sides.words(theirs),
                sides.now());
    }

    private static long charged(Snapshot snapshot) {
        return snapshot.money() == Snapshot.Money.CHARGED ? snapshot.received() : 0;
    }

    private static long refunded(Snapshot snapshot) {
        return snapshot.refunds()
            .stream()
            .filter(back -> back.state() == Snapshot.Back.State.DONE)
            .mapToLong(Snapshot.Back::minor)
            .sum();
    }

    private static long taken(Snapshot snapshot) {
        return snapshot.disputes().stream().mapToLong(Snapshot.Dispute::taken).sum();
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
