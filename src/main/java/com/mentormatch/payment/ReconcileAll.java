package com.mentormatch.payment;

import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Every night everything there is against everything Stripe says: what a lost message left is repaired, what is not clear
 * is listed for admins. The shorter way, every few minutes, is {@link Reconcile} and {@link FetchNotices}.
 */
@Component
class ReconcileAll {

    private static final Logger log = LoggerFactory.getLogger(ReconcileAll.class);
    private static final Limit AT_ONCE = Limit.of(200);
    private static final UUID FIRST = new UUID(0, 0);

    private final Payments payments;
    private final Tips tips;
    private final Transfers transfers;
    private final Reversals reversals;
    private final SettlePayment settle;
    private final SettleTip settleTip;
    private final CompareMoney compare;
    private final PaymentTasks tasks;
    private final Till till;
    private final Transactions transactions;

    ReconcileAll(Payments payments, Tips tips, Transfers transfers, Reversals reversals, SettlePayment settle,
            SettleTip settleTip, CompareMoney compare, PaymentTasks tasks, Till till, Transactions transactions) {
        this.payments = payments;
        this.tips = tips;
        this.transfers = transfers;
        this.reversals = reversals;
        this.settle = settle;
        this.settleTip = settleTip;
        this.compare = compare;
        this.tasks = tasks;
        this.till = till;
        this.transactions = transactions;
    }

    /** @throws Till.Unavailable where Stripe cannot be asked; what was done stays done */
    void reconcile(Instant now) {
        var after = FIRST;
        for (var page = payments.after(after, AT_ONCE); !page.isEmpty(); page = payments.after(after, AT_ONCE)) {
            page.forEach(payment -> one("payment " + payment.id(), () -> settle.settle(payment, now)));
            after = page.getLast().id().value();
        }
        var tip = FIRST;
        for (var page = tips.after(tip, AT_ONCE); !page.isEmpty(); page = tips.after(tip, AT_ONCE)) {
            page.forEach(given -> one("tip " + given.id(), () -> settleTip.settle(given, now)));
            tip = page.getLast().id().value();
        }
        var last = FIRST;
        for (var page = transfers.after(last, AT_ONCE); !page.isEmpty(); page = transfers.after(last, AT_ONCE)) {
            page.forEach(transfer -> one("transfer " + transfer.id(), () -> look(transfer, now)));
            last = page.getLast().id();
        }
    }

    private void look(Transfer transfer, Instant now) {
        if (transfer.status() != Transfer.Status.DONE) {
            tasks.transfer(transfer.id(), now);
            return;
        }
        var arrived = till.lookAtTransfer(transfer.stripe()).orElse(new Till.Arrived(0, 0));
        transactions.run(() -> {
            var all = reversals.findByTransferIdOrderByCreatedAt(transfer.id());
            all.stream()
                .filter(reversal -> reversal.status() == Reversal.Status.OWED)
                .forEach(reversal -> tasks.reversal(reversal.id(), now));
            compare.compare(transfer, all.stream().mapToLong(Reversal::movedBack).sum(), arrived, now);
        });
    }

    private static void one(String what, Runnable work) {
        try {
            work.run();
        } catch (Till.Unavailable down) {
            throw down;
        } catch (RuntimeException failure) {
            log.error("{} cannot be reconciled", what, failure);
        }
    }
}
