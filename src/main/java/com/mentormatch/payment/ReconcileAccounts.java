package com.mentormatch.payment;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at every mentor's account and payouts once a day, should a message about one have been lost. */
@Component
class ReconcileAccounts {

    static final Duration PACE = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(ReconcileAccounts.class);
    private static final Duration RECENT = Duration.ofHours(24);
    private static final int AT_ONCE = 200;

    private final Payees payees;
    private final LookAtAccount accounts;
    private final LookAtPayouts payouts;

    ReconcileAccounts(Payees payees, LookAtAccount accounts, LookAtPayouts payouts) {
        this.payees = payees;
        this.accounts = accounts;
        this.payouts = payouts;
    }

    void reconcile(Instant now) {
        for (var payee : payees.unseen(now.minus(RECENT), AT_ONCE)) {
            try {
                payouts.lookAtAll(payee, now);
                accounts.look(payee.mentor(), now);
            } catch (Till.Unavailable down) {
                log.warn("Accounts are looked at later, Stripe cannot be asked: {}", down.getMessage());
                return;
            } catch (RuntimeException failure) {
                log.error("The account of mentor {} cannot be looked at", payee.mentor(), failure);
            }
        }
    }
}
