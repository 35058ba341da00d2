package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The only way to a tip that is paid: ask Stripe, write it into the ledger, send it on to the mentor. */
@Component
public class SettleTip {

    private final Tips tips;
    private final Till till;
    private final Ledger ledger;
    private final Transfers transfers;
    private final PaymentTasks tasks;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    SettleTip(Tips tips, Till till, Ledger ledger, Transfers transfers, PaymentTasks tasks, Transactions transactions,
            ApplicationEventPublisher events) {
        this.tips = tips;
        this.till = till;
        this.ledger = ledger;
        this.transfers = transfers;
        this.tasks = tasks;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Brings the tips on a booking up to date with Stripe.
     *
     * @throws Till.Unavailable where Stripe cannot be asked now; nothing has changed
     */
    public void settle(BookingId booking, Instant now) {
        tips.open(booking).forEach(tip -> settle(tip, now));
    }

    void settle(Tip tip, Instant now) {
        if (tip.checkout().isOpened()) {
            var snapshot = till.look(tip.checkout().id());
            transactions.run(() -> learn(tip.id(), snapshot, now));
        } else if (tip.checkout().over(now)) {
            transactions.run(() -> tips.lock(tip.id())
                .filter(open -> open.isOpen() && !open.checkout().isOpened())
                .ifPresent(open -> open.abandon(now)));
        }
    }

    private void learn(PaymentId id, Snapshot snapshot, Instant now) {
        var tip = tips.lock(id).orElseThrow();
        if (!tip.learn(snapshot, now)) {
            return;
        }
        var minor = tip.amount().minor();
        ledger.write(new LedgerEntry(Movement.TIPPED, snapshot.intent(), tip.booking(), null, tip.mentor(),
                tip.amount().currency(), Map.of(LedgerAccount.STRIPE, minor, LedgerAccount.TIPS, -minor), now));
        var transfer = transfers
            .save(new Transfer("tip " + id, tip.booking(), null, tip.mentor(), snapshot.charge(), tip.amount(), now));
        tasks.transfer(transfer.id(), now);
        events.publishEvent(new TipGiven(tip.booking(), id, tip.amount(), tip.message(), now));
    }
}
