package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.PayoutAccounts;
import com.mentormatch.payment.AccountStanding.Requirement;
import com.mentormatch.payment.AccountStanding.Urgency;
import com.mentormatch.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mentors' accounts at Stripe, as Stripe described them when last asked. */
@Repository
class Payees implements PayoutAccounts {

    /** @param lookedAt when the question was asked that this is the answer to */
    record Payee(AccountId mentor, String account, boolean submitted, boolean charges, boolean transfers,
            boolean payouts, @Nullable String disabledReason, @Nullable Instant dueAt, Instant lookedAt) {}

    private static final String PAYEE = """
            SELECT account_id, stripe_account_id, details_submitted, charges_enabled, transfers_enabled,
                   payouts_enabled, disabled_reason, due_at, looked_at
              FROM payout_account
             WHERE\s""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Payees(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Payee> of(AccountId mentor) {
        return jdbc.sql(PAYEE + "account_id = ?").param(Columns.param(mentor.value())).query(Payees::payee).optional();
    }

    /** For writing. */
    Optional<Payee> lock(AccountId mentor) {
        return jdbc.sql(PAYEE + "account_id = ? FOR UPDATE")
            .param(Columns.param(mentor.value()))
            .query(Payees::payee)
            .optional();
    }

    /** Stripe's id of the account of theirs to which money can be moved now; empty while there is none. */
    Optional<String> destination(AccountId mentor) {
        return of(mentor).filter(Payee::transfers).map(Payee::account);
    }

    /** Whether Stripe lets them take money, so that their paid offers can be sold. */
    @Override
    public boolean enabled(AccountId mentor) {
        return jdbc
            .sql("SELECT 1 FROM payout_account WHERE account_id = ? AND charges_enabled = TRUE LOCK IN SHARE MODE")
            .param(Columns.param(mentor.value()))
            .query(Integer.class)
            .optional()
            .isPresent();
    }

    Optional<Payee> holding(String account) {
        return jdbc.sql(PAYEE + "stripe_account_id = ?").param(account).query(Payees::payee).optional();
    }

    /** Those asked about longest ago. */
    List<Payee> unseen(Instant since, int most) {
        return jdbc.sql(PAYEE + "looked_at < ? ORDER BY looked_at LIMIT " + most)
            .param(Columns.param(since))
            .query(Payees::payee)
            .list();
    }

    /**
     * Those not asked about since for whom an answer would change something: what they told is looked at, or they cannot
     * earn or be paid out, or they are owed something that has not gone. Not those whom Stripe will not have.
     */
    List<Payee> waiting(Instant since, int most) {
        return jdbc.sql(PAYEE + """
                looked_at < ? AND (disabled_reason IS NULL OR disabled_reason NOT LIKE 'rejected.%')
                  AND (details_submitted = TRUE
                        AND (charges_enabled = FALSE OR transfers_enabled = FALSE OR payouts_enabled = FALSE)
                    OR EXISTS (SELECT 1 FROM transfer t
                                WHERE t.mentor_id = payout_account.account_id AND t.status IN ('OWED', 'ASKED')))
                ORDER BY looked_at LIMIT\s""" + most).param(Columns.param(since)).query(Payees::payee).list();
    }

    void add(AccountId mentor, String account, Instant now) {
        jdbc.sql("""
                INSERT INTO payout_account (account_id, stripe_account_id, created_at, changed_at, looked_at)
                VALUES (:mentor, :account, :now, :now, :now)""")
            .param("mentor", Columns.param(mentor.value()))
            .param("account", account)
            .param("now", Columns.param(now))
            .update();
    }

    void write(AccountId mentor, AccountStanding said, Instant asked) {
        var id = Columns.param(mentor.value());
        jdbc.sql("""
                UPDATE payout_account
                   SET details_submitted = ?, charges_enabled = ?, transfers_enabled = ?, payouts_enabled = ?,
                       disabled_reason = ?, due_at = ?, changed_at = ?, looked_at = ?
                 WHERE account_id = ?""")
            .params(said.submitted(), said.charges(), said.transfers(), said.payouts(), said.disabledReason(),
                    Columns.param(said.dueAt()), Columns.param(asked), Columns.param(asked), id)
            .update();
        jdbc.sql("DELETE FROM payout_requirement WHERE account_id = ?").param(id).update();
        batches.batchUpdate(
                "INSERT INTO payout_requirement (account_id, field, urgency, problem, reason) VALUES (?, ?, ?, ?, ?)",
                said.requirements()
                    .stream()
                    .map(each -> new Object[]{id, each.field(), each.urgency().name(), each.problem(), each.reason()})
                    .toList());
    }

    /** The most urgent first. */
    List<Requirement> requirements(AccountId mentor) {
        return jdbc.sql("""
                SELECT field, urgency, problem, reason FROM payout_requirement WHERE account_id = ?
                 ORDER BY urgency = 'PENDING', urgency = 'DUE', problem IS NULL, field""")
            .param(Columns.param(mentor.value()))
            .query((row, _) -> new Requirement(row.getString("field"), Urgency.valueOf(row.getString("urgency")),
                    row.getString("problem"), row.getString("reason")))
            .list();
    }

    private static Payee payee(ResultSet row, int number) throws SQLException {
        return new Payee(new AccountId(Columns.uuid(row, "account_id")), row.getString("stripe_account_id"),
                row.getBoolean("details_submitted"), row.getBoolean("charges_enabled"),
                row.getBoolean("transfers_enabled"), row.getBoolean("payouts_enabled"),
                row.getString("disabled_reason"), Columns.instant(row, "due_at"), Columns.instant(row, "looked_at"));
    }
}
