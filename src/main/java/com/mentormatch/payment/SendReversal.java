package com.mentormatch.payment;

import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a part of a transfer back. Run as a task until Stripe has done it; until then the mentor owes it. */
@Component
class SendReversal {

    private final Transfers transfers;
    private final Reversals reversals;
    private final Ledger ledger;
    private final Till till;
    private final Transactions transactions;

    SendReversal(Transfers transfers, Reversals reversals, Ledger ledger, Till till, Transactions transactions) {
        this.transfers = transfers;
        this.reversals = reversals;
        this.ledger = ledger;
        this.till = till;
        this.transactions = transactions;
    }

    /** Where the transfer is not there yet, its end asks again. */
    void send(UUID id, Instant now) {
        var asked = transactions.run(() -> ask(id, now));
        if (asked.isEmpty()) {
            return;
        }
        try {
            var stripe = till.reverse(asked.get());
            transactions.run(() -> reversed(id, stripe, now));
        } catch (Till.Refused refused) {
            transactions.run(() -> {
                var reversal = locked(id);
                if (reversal.status() == Reversal.Status.OWED && reversal.attempt() == asked.get().attempt()) {
                    reversal.refused(refused.getMessage(), now);
                }
            });
            throw new StillRefused("Stripe refuses reversal " + id, refused);
        }
    }

    private Reversal locked(UUID id) {
        transfers.lock(reversals.findById(id).orElseThrow().transfer()).orElseThrow();
        return reversals.findById(id).orElseThrow();
    }

    private Optional<Till.Taken> ask(UUID id, Instant now) {
        var reversal = locked(id);
        var transfer = transfers.findById(reversal.transfer()).orElseThrow();
        if (reversal.status() == Reversal.Status.DONE || transfer.status() != Transfer.Status.DONE) {
            return Optional.empty();
        }
        var minor = reversal.ask(transfer, now);
        if (minor == 0) {
            done(reversal, null, now);
            return Optional.empty();
        }
        return Optional.of(new Till.Taken(id, transfer.stripe(), minor, reversal.attempt()));
    }

    private void reversed(UUID id, String stripe, Instant now) {
        var reversal = locked(id);
        if (reversal.status() != Reversal.Status.DONE) {
            done(reversal, stripe, now);
        }
    }

    /** @param stripe null where it was less than the smallest unit of what was moved: the next one has it */
    private void done(Reversal reversal, @Nullable String stripe, Instant now) {
        reversal.done(stripe, now);
        var transfer = transfers.findById(reversal.transfer()).orElseThrow();
        var cause = stripe == null ? reversal.id().toString() : stripe;
        ledger.write(new LedgerEntry(Movement.REVERSED, cause, transfer.booking(), transfer.payment(),
                transfer.mentor(), transfer.amount().currency(),
                Map.of(LedgerAccount.STRIPE, reversal.minor(), LedgerAccount.TRANSFERRED, -reversal.minor()), now));
    }
}
