package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what has gone to mentors' banks: Stripe decides when and how much, and whether the bank took it. */
@Component
class LookAtPayouts {

    /** A payout can fail for days after it was made. */
    private static final Duration BACK = Duration.ofDays(30);

    private final Payouts payouts;
    private final Connect connect;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    LookAtPayouts(Payouts payouts, Connect connect, Transactions transactions, ApplicationEventPublisher events) {
        this.payouts = payouts;
        this.connect = connect;
        this.transactions = transactions;
        this.events = events;
    }

    void look(Payees.Payee payee, String payout, Instant now) {
        write(payee.mentor(), connect.payout(payee.account(), payout), now);
    }

    void lookAtAll(Payees.Payee payee, Instant now) {
        connect.payouts(payee.account(), now.minus(BACK)).forEach(payout -> write(payee.mentor(), payout, now));
    }

    private void write(AccountId mentor, Connect.Payout said, Instant asked) {
        transactions.run(() -> {
            var before = payouts.lock(said.id());
            if (before.isPresent() && before.get().lookedAt().isAfter(asked)) {
                return;
            }
            before.ifPresentOrElse(_ -> payouts.write(said, asked), () -> payouts.add(mentor, said, asked));
            var failed = said.status().equals(Payouts.FAILED);
            if (failed && before.filter(known -> known.status().equals(Payouts.FAILED)).isEmpty()) {
                events.publishEvent(
                        new PayoutEvent.Failed(mentor, said.id(), said.amount(), said.failureMessage(), asked));
            }
        });
    }
}
