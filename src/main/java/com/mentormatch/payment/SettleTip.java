package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The only way to a tip that is paid: ask Stripe, write it into the ledger, send it on to the mentor. */
@Component
public class SettleTip {

    private final Tips tips;
    private final Till till;
    private final LearnTip money;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    SettleTip(Tips tips, Till till, LearnTip money, Transactions transactions, ApplicationEventPublisher events) {
        this.tips = tips;
        this.till = till;
        this.money = money;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Brings the tips on a booking that are not yet paid up to date with Stripe.
     *
     * @throws Till.Unavailable where Stripe cannot be asked now; nothing has changed
     */
    public void settle(BookingId booking, Instant now) {
        tips.open(booking).forEach(tip -> settle(tip, now));
    }

    /** The same of those that are paid as well, which a bank can take back. */
    void settleAll(BookingId booking, Instant now) {
        tips.standing(booking).forEach(tip -> settle(tip, now));
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
        if (tip.learn(snapshot, now)) {
            money.charged(tip, snapshot, now);
            events.publishEvent(new TipGiven(tip.booking(), id, tip.amount(), tip.message(), now));
        }
        if (tip.isPaid()) {
            money.learn(tip, snapshot, now);
        }
    }
}
