package com.mentormatch.sandbox;

import com.mentormatch.account.AccountId;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.shared.Columns;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives mentors an account at the stand-in that can be paid, as if they had set it up long ago. */
public final class Earners {

    private final JdbcClient jdbc;
    private final StripeStandIn stripe;

    public Earners(JdbcClient jdbc, StripeStandIn stripe) {
        this.jdbc = jdbc;
        this.stripe = stripe;
    }

    /** Once; whoever has one keeps it. */
    public void enable(AccountId mentor, String email, Instant now) {
        var id = Columns.param(mentor.value());
        if (!jdbc.sql("SELECT 1 FROM payout_account WHERE account_id = ?").param(id).query().listOfRows().isEmpty()) {
            return;
        }
        var at = Columns.param(now);
        jdbc.sql("""
                INSERT INTO payout_account (account_id, stripe_account_id, details_submitted, charges_enabled,
                  transfers_enabled, payouts_enabled, created_at, changed_at, looked_at)
                VALUES (?, ?, TRUE, TRUE, TRUE, TRUE, ?, ?, ?)""")
            .params(id, stripe.enabledAccount(email), at, at, at)
            .update();
    }
}
