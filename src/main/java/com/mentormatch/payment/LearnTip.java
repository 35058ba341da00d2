package com.mentormatch.payment;

import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes into the ledger what Stripe said of a tip that was charged. What Stripe takes for it is the platform's; what a
 * bank takes back for good is the mentor's, as all of the tip was. Called under the tip's lock.
 */
@Component
class LearnTip {

    private final Chargebacks chargebacks;
    private final Transfers transfers;
    private final Ledger ledger;
    private final MentorShare share;
    private final CompareMoney compare;
    private final PaymentTasks tasks;

    LearnTip(Chargebacks chargebacks, Transfers transfers, Ledger ledger, MentorShare share, CompareMoney compare,
            PaymentTasks tasks) {
        this.chargebacks = chargebacks;
        this.transfers = transfers;
        this.ledger = ledger;
        this.share = share;
        this.compare = compare;
        this.tasks = tasks;
    }

    /** Written first of all, once: the mentor gets all of it. */
    void charged(Tip tip, Snapshot snapshot, Instant now) {
        var minor = tip.amount().minor();
        write(tip, Movement.TIPPED, snapshot.intent(), tip.amount().currency(),
                Map.of(LedgerAccount.STRIPE, minor, LedgerAccount.TIPS, -minor), now);
        var transfer = transfers.save(new Transfer(tip, snapshot.charge(), now));
        tasks.transfer(transfer.id(), now);
    }

    void learn(Tip tip, Snapshot snapshot, Instant now) {
        fee(tip, snapshot.fee(), now);
        for (var dispute : snapshot.disputes()) {
            var chargeback = chargebacks.findByStripeId(dispute.id())
                .orElseGet(() -> chargebacks.save(new Chargeback(tip, snapshot.intent(), dispute, now)));
            dispute.movements().forEach(movement -> moved(tip, dispute, movement, now));
            if (chargeback.learn(dispute, now)) {
                if (chargeback.status() == Chargeback.Status.LOST) {
                    lost(tip, dispute, now);
                }
                share.goOn(tip.id(), now);
            }
        }
        var taken = chargebacks.taken(tip.id()).stream().map(Chargeback::amount).mapToLong(Amount::minor).sum();
        compare.compare(tip, taken, snapshot, now);
    }

    private void moved(Tip tip, Snapshot.Dispute dispute, Snapshot.Dispute.Movement movement, Instant now) {
        var minor = movement.taken() ? dispute.minor() : -dispute.minor();
        write(tip, Movement.DISPUTED, movement.fee().movement(), tip.amount().currency(),
                Map.of(LedgerAccount.CHARGEBACKS, minor, LedgerAccount.STRIPE, -minor), now);
        fee(tip, movement.fee(), now);
    }

    private void lost(Tip tip, Snapshot.Dispute dispute, Instant now) {
        var minor = dispute.taken();
        if (minor > 0) {
            write(tip, Movement.DISPUTE_LOST, dispute.id(), tip.amount().currency(),
                    Map.of(LedgerAccount.TIPS, minor, LedgerAccount.CHARGEBACKS, -minor), now);
            share.takeBack(tip.id(), minor, dispute.id(), now);
        }
    }

    private void fee(Tip tip, Snapshot.@Nullable Fee fee, Instant now) {
        if (fee != null && fee.minor() != 0) {
            write(tip, Movement.FEE_TAKEN, fee.movement(), fee.currency(),
                    Map.of(LedgerAccount.STRIPE, -fee.minor(), LedgerAccount.STRIPE_FEES, fee.minor()), now);
        }
    }

    private void write(Tip tip, Movement movement, String cause, String currency, Map<LedgerAccount, Long> lines,
            Instant now) {
        ledger.write(new LedgerEntry(movement, cause, tip.booking(), null, tip.mentor(), currency, lines, now));
    }
}
