package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went on to mentors' banks. */
@Repository
class Payouts {

    static final String FAILED = "failed";

    record Known(String status, Instant lookedAt) {}

    private final JdbcClient jdbc;

    Payouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For writing. */
    Optional<Known> lock(String payout) {
        return jdbc.sql("SELECT status, looked_at FROM payout WHERE stripe_payout_id = ? FOR UPDATE")
            .param(payout)
            .query((row, _) -> new Known(row.getString("status"), Columns.instant(row, "looked_at")))
            .optional();
    }

    void add(AccountId mentor, Connect.Payout said, Instant asked) {
        jdbc.sql("""
                INSERT INTO payout (id, account_id, stripe_payout_id, amount_minor, amount_currency, status,
                  failure_code, failure_message, created_at, arrives_at, looked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(Columns.param(Ids.next()), Columns.param(mentor.value()), said.id(), said.amount().minor(),
                    said.amount().currency(), said.status(), said.failureCode(), said.failureMessage(),
                    Columns.param(said.createdAt()), Columns.param(said.arrivesAt()), Columns.param(asked))
            .update();
    }

    void write(Connect.Payout said, Instant asked) {
        jdbc.sql("""
                UPDATE payout SET status = ?, failure_code = ?, failure_message = ?, arrives_at = ?, looked_at = ?
                 WHERE stripe_payout_id = ?""")
            .params(said.status(), said.failureCode(), said.failureMessage(), Columns.param(said.arrivesAt()),
                    Columns.param(asked), said.id())
            .update();
    }
}
