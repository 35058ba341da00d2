package com.mentormatch.payment;

import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Moves a mentor's share to their account at Stripe. Run as a task until it is there; while there is no account to go to,
 * or a bank disputes the payment, the money stays where it is and the end of that asks again.
 */
@Component
class SendTransfer {

    private final Transfers transfers;
    private final Reversals reversals;
    private final Payees payees;
    private final Chargebacks chargebacks;
    private final Ledger ledger;
    private final Till till;
    private final PaymentTasks tasks;
    private final Transactions transactions;

    SendTransfer(Transfers transfers, Reversals reversals, Payees payees, Chargebacks chargebacks, Ledger ledger,
            Till till, PaymentTasks tasks, Transactions transactions) {
        this.transfers = transfers;
        this.reversals = reversals;
        this.payees = payees;
        this.chargebacks = chargebacks;
        this.ledger = ledger;
        this.till = till;
        this.tasks = tasks;
        this.transactions = transactions;
    }

    void send(UUID id, Instant now) {
        var share = transactions.run(() -> ask(id, now));
        if (share.isEmpty()) {
            return;
        }
        try {
            var moved = till.transfer(share.get());
            transactions.run(() -> moved(id, moved, now));
        } catch (Till.Refused refused) {
            transactions.run(() -> transfers.lock(id)
                .filter(transfer -> !transfer.finished() && transfer.attempt() == share.get().attempt())
                .ifPresent(transfer -> transfer.refused(refused.getMessage(), now)));
            throw new StillRefused("Stripe refuses transfer " + id, refused);
        }
    }

    private Optional<Till.Share> ask(UUID id, Instant now) {
        var transfer = transfers.lock(id).orElseThrow();
        if (transfer.finished() || chargebacks.open(transfer.money())) {
            return Optional.empty();
        }
        payees.destination(transfer.mentor()).ifPresent(account -> transfer.asked(account, now));
        return Optional.ofNullable(transfer.destination())
            .map(account -> new Till.Share(id, transfer.booking(), transfer.amount(), transfer.charge(), account,
                    transfer.attempt()));
    }

    private void moved(UUID id, Till.Moved moved, Instant now) {
        var transfer = transfers.lock(id).orElseThrow();
        if (transfer.done(moved, now)) {
            var minor = transfer.amount().minor();
            ledger.write(new LedgerEntry(Movement.TRANSFERRED, moved.id(), transfer.booking(), transfer.payment(),
                    transfer.mentor(), transfer.amount().currency(),
                    Map.of(LedgerAccount.TRANSFERRED, minor, LedgerAccount.STRIPE, -minor), now));
            reversals.findByTransferIdOrderByCreatedAt(id).forEach(reversal -> tasks.reversal(reversal.id(), now));
        }
    }
}
