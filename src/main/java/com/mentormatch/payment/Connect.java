package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mentors' own accounts at Stripe: what this module asks about them. The rules are {@link Till}'s: never inside a
 * transaction, one key an act, {@link Till.Unavailable} and {@link Till.Refused}.
 */
public interface Connect {

    /**
     * A payout as Stripe tells of it.
     *
     * @param status    one of Stripe's: pending, in_transit, paid, failed, canceled
     * @param arrivesAt the beginning of the day, UTC, on which the bank is expected to have it
     */
    record Payout(String id, Amount amount, String status, @Nullable String failureCode,
            @Nullable String failureMessage, Instant createdAt, Instant arrivesAt) {}

    /**
     * Opens an account for a mentor; asked again it is the same one.
     *
     * @param country ISO 3166; Stripe never changes it afterwards
     * @return Stripe's id of it
     */
    String open(AccountId mentor, String email, String country);

    /**
     * The page on which the mentor tells Stripe what it wants to know.
     *
     * @param back  where they come back to, whatever they did there
     * @param again where they are led when the page can no longer be used
     */
    URI onboarding(String account, URI back, URI again, FormToken token);

    /** The mentor's own page at Stripe, where they change their bank account. */
    URI dashboard(String account, FormToken token);

    AccountStanding look(String account);

    /** The same of all there are, by Stripe's ids, a hundred a question. */
    Map<String, AccountStanding> standings();

    Payout payout(String account, String id);

    /** Made since, the latest first, at most a hundred. */
    List<Payout> payouts(String account, Instant since);
}
