package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What keeps a mentor from being paid, published in the transaction that writes it down. Instants are UTC. */
public sealed interface PayoutEvent {

    AccountId mentor();

    Instant at();

    /** Stripe has switched their account off: their paid offers cannot be booked until they have answered it. */
    record Restricted(AccountId mentor, Instant at) implements PayoutEvent {}

    /**
     * Their bank did not take it.
     *
     * @param payout Stripe's id of it
     * @param reason in Stripe's words; null where it gave none
     */
    record Failed(AccountId mentor, String payout, Amount amount, @Nullable String reason,
            Instant at) implements PayoutEvent {}
}
