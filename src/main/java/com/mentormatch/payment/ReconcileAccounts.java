package com.mentormatch.payment;

import com.mentormatch.payment.Payees.Payee;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at mentors' accounts and payouts, should a message about one have been lost: every few minutes where somebody
 * waits for Stripe, once a day everywhere.
 */
@Component
class ReconcileAccounts {

    static final Duration PACE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(ReconcileAccounts.class);
    private static final Duration JUST_NOW = Duration.ofMinutes(4);
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
        try {
            payees.waiting(now.minus(JUST_NOW), AT_ONCE).forEach(payee -> look(payee, now));
            payees.unseen(now.minus(RECENT), AT_ONCE).forEach(payee -> look(payee, now));
        } catch (Till.Unavailable down) {
            log.warn("Accounts are looked at later, Stripe cannot be asked: {}", down.getMessage());
        }
    }

    private void look(Payee payee, Instant now) {
        try {
            payouts.lookAtAll(payee, now);
            accounts.look(payee.mentor(), now);
        } catch (Till.Unavailable down) {
            throw down;
        } catch (RuntimeException failure) {
            log.error("The account of mentor {} cannot be looked at", payee.mentor(), failure);
        }
    }
}
