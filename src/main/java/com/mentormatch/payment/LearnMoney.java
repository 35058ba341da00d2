package com.mentormatch.payment;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes into the ledger what Stripe said of charged money; the payment's status follows. Called under its lock. */
@Component
class LearnMoney {

    private final Ledger ledger;
    private final MentorShare share;
    private final LearnRefunds refunds;
    private final LearnChargebacks chargebacks;

    LearnMoney(Ledger ledger, MentorShare share, LearnRefunds refunds, LearnChargebacks chargebacks) {
        this.ledger = ledger;
        this.share = share;
        this.refunds = refunds;
        this.chargebacks = chargebacks;
    }

    /** Written first of all: everything else is about this money. */
    void charged(Payment payment, Snapshot snapshot, Instant now) {
        var minor = snapshot.received();
        if (snapshot.money() == Snapshot.Money.CHARGED && minor > 0) {
            share.write(payment, Movement.CHARGED, payment.intent(),
                    Map.of(LedgerAccount.STRIPE, minor, LedgerAccount.MENTEE, -minor), now);
        }
    }

    /** The booking has taken it. */
    void held(Payment payment, Instant now) {
        var minor = ledger.of(payment.id()).loose();
        if (minor > 0) {
            share.write(payment, Movement.HELD, payment.id().toString(),
                    Map.of(LedgerAccount.MENTEE, minor, LedgerAccount.HELD, -minor), now);
        }
    }

    void learn(Payment payment, Snapshot snapshot, Instant now) {
        share.fee(payment, snapshot.fee(), now);
        refunds.learn(payment, snapshot, now);
        chargebacks.learn(payment, snapshot, now);
        payment.stand(ledger.of(payment.id()).status(), now);
    }
}
