package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Columns;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where mentors' money can go. */
@Component
class PayoutAccounts {

    private final JdbcClient jdbc;

    PayoutAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stripe's id of the account of theirs to which money can be moved now; empty while there is none. */
    Optional<String> stripeAccountOf(AccountId mentor) {
        return jdbc
            .sql("SELECT stripe_account_id FROM payout_account WHERE account_id = ? AND transfers_enabled = TRUE")
            .param(Columns.param(mentor.value()))
            .query(String.class)
            .optional();
    }
}
