package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Site;
import com.mentormatch.shared.Transactions;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends a mentor to Stripe, to tell it who they are and where their money goes: for the first time, again where they
 * left, and later to look after their account. What they did there is asked of Stripe, not of them.
 */
@Component
public class StartPayouts {

    private static final Logger log = LoggerFactory.getLogger(StartPayouts.class);

    private final Payees payees;
    private final Connect connect;
    private final People people;
    private final Transactions transactions;
    private final Site site;

    StartPayouts(Payees payees, Connect connect, People people, Transactions transactions, Site site) {
        this.payees = payees;
        this.connect = connect;
        this.people = people;
        this.transactions = transactions;
        this.site = site;
    }

    /**
     * @param country ISO 3166, one of {@link PayoutCountries}; of no account where they have one already
     * @param token   the same again leads to the same page
     * @return the page to go to; empty where Stripe cannot be asked now, or will not have them
     */
    public Optional<URI> start(AccountId mentor, String country, FormToken token, Instant now) {
        return asked(mentor, () -> connect.onboarding(account(mentor, country, now), site.at("/mentor/payouts/account"),
                site.at("/mentor/payouts/account?again"), token));
    }

    /** @return their own page at Stripe; empty where there is none, or Stripe cannot be asked now */
    public Optional<URI> dashboard(AccountId mentor, FormToken token) {
        return payees.of(mentor).flatMap(payee -> asked(mentor, () -> connect.dashboard(payee.account(), token)));
    }

    /** The key under which it is opened is the mentor's: what an answer lost on its way had opened is found again. */
    private String account(AccountId mentor, String country, Instant now) {
        return payees.of(mentor).map(Payees.Payee::account).orElseGet(() -> {
            var opened = connect.open(mentor, people.find(mentor).orElseThrow().email(), country);
            return transactions.run(() -> payees.of(mentor).map(Payees.Payee::account).orElseGet(() -> {
                payees.add(mentor, opened, now);
                return opened;
            }));
        });
    }

    private static Optional<URI> asked(AccountId mentor, Supplier<URI> question) {
        try {
            return Optional.of(question.get());
        } catch (Till.Unavailable down) {
            log.warn("No page at Stripe for mentor {}: {}", mentor, down.getMessage());
        } catch (Till.Refused refused) {
            log.error("Stripe refuses a page for mentor {}: {}", mentor, refused.getMessage());
        }
        return Optional.empty();
    }
}
