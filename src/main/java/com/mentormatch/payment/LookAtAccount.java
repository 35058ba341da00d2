package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.PausePaidOffers;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one path by which the product comes to believe anything about a mentor's account: ask Stripe, write down what it
 * said, and let what they sell follow. A message, a mentor coming back from Stripe and the regular look all end here.
 *
 * <p>Stripe numbers none of its answers. So each is kept with the moment its question was asked, and an answer to an
 * older question than the one last written down changes nothing.
 */
@Component
public class LookAtAccount {

    private final Payees payees;
    private final Connect connect;
    private final PausePaidOffers offers;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    LookAtAccount(Payees payees, Connect connect, PausePaidOffers offers, Transactions transactions,
            ApplicationEventPublisher events) {
        this.payees = payees;
        this.connect = connect;
        this.offers = offers;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Brings what is known of a mentor's account up to date; without one there is nothing to do.
     *
     * @param now when it is asked
     * @throws Till.Unavailable where Stripe cannot be asked now; nothing has changed
     */
    public void look(AccountId mentor, Instant now) {
        payees.of(mentor).ifPresent(payee -> heard(mentor, connect.look(payee.account()), now));
    }

    /** @param asked when the question was asked that this is the answer to */
    void heard(AccountId mentor, AccountStanding said, Instant asked) {
        transactions.run(() -> {
            var before = payees.lock(mentor).orElseThrow();
            if (before.lookedAt().isAfter(asked)) {
                return;
            }
            payees.write(mentor, said, asked);
            if (said.charges() && !before.charges()) {
                offers.resume(mentor);
            }
            if (!said.charges() && before.charges()) {
                offers.pause(mentor);
                events.publishEvent(new PayoutEvent.Restricted(mentor, asked));
            }
            if (said.transfers() && !before.transfers()) {
                events.publishEvent(new PayoutsEnabled(mentor, asked));
            }
        });
    }
}
