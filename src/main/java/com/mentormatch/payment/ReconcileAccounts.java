package com.mentormatch.payment;

import com.mentormatch.payment.Payees.Payee;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at mentors' accounts and payouts, should a message about one have been lost. How all accounts stand is a few
 * questions, asked every few minutes; payouts and what Stripe wants to know are asked for one by one, once a day.
 */
@Component
class ReconcileAccounts {

    static final Duration PACE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(ReconcileAccounts.class);
    private static final int AT_ONCE = 200;

    private final Payees payees;
    private final Connect connect;
    private final LookAtAccount accounts;
    private final LookAtPayouts payouts;

    ReconcileAccounts(Payees payees, Connect connect, LookAtAccount accounts, LookAtPayouts payouts) {
        this.payees = payees;
        this.connect = connect;
        this.accounts = accounts;
        this.payouts = payouts;
    }

    void reconcile(Instant now) {
        try {
            hear(now);
            payees.unseen(now, AT_ONCE).forEach(payee -> look(payee, now));
        } catch (Till.Unavailable down) {
            log.warn("Accounts are looked at later, Stripe cannot be asked: {}", down.getMessage());
        }
    }

    private void hear(Instant now) {
        var known = payees.all();
        if (known.isEmpty()) {
            return;
        }
        var standings = connect.standings();
        for (var payee : known) {
            var said = standings.get(payee.account());
            if (said != null && !payee.stands(said)) {
                hear(payee, said, now);
            }
        }
    }

    /** One that cannot be written down keeps none of the others waiting. */
    private void hear(Payee payee, AccountStanding said, Instant now) {
        try {
            accounts.heard(payee.mentor(), said, now);
        } catch (RuntimeException failure) {
            log.error("What Stripe says of the account of mentor {} cannot be kept", payee.mentor(), failure);
        }
    }

    private void look(Payee payee, Instant now) {
        payees.asked(payee.mentor(), now);
        try {
            payouts.lookAtAll(payee, now);
            accounts.look(payee.mentor(), now);
        } catch (Till.Unavailable down) {
            throw down;
        } catch (Till.Refused refused) {
            log.error("Stripe does not answer about the account of mentor {}: {}", payee.mentor(),
                    refused.getMessage());
            payees.refused(payee.mentor(), refused.getMessage());
        } catch (RuntimeException failure) {
            log.error("The account of mentor {} cannot be looked at", payee.mentor(), failure);
        }
    }
}
