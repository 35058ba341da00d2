package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.PayoutAccounts;
import com.mentormatch.payment.AccountStanding.Requirement;
import com.mentormatch.payment.AccountStanding.Urgency;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
            boolean payouts, @Nullable String disabledReason, @Nullable Instant dueAt, Instant lookedAt) {

        /** Whether that is no news, but perhaps for what is still wanted. */
        boolean stands(AccountStanding said) {
            return submitted == said.submitted() && charges == said.charges() && transfers == said.transfers()
                    && payouts == said.payouts() && Objects.equals(disabledReason, said.disabledReason())
                    && Objects.equals(dueAt, said.dueAt());
        }
    }

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

    List<Payee> all() {
        return jdbc.sql(PAYEE + "TRUE").query(Payees::payee).list();
    }

    /**
     * Those about whom Stripe has not answered for a day, or for an hour where a payout should have arrived by now and
     * nobody has said so; the one asked about longest ago first, whatever came of it. Where Stripe refused to answer it
     * is not asked again within the hour.
     */
    List<Payee> unseen(Instant now, int most) {
        return jdbc.sql(PAYEE + """
                (looked_at < :day
                   OR looked_at < :hour AND EXISTS (
                        SELECT 1 FROM payout p
                         WHERE p.account_id = payout_account.account_id
                           AND p.status IN ('pending', 'in_transit') AND p.arrives_at < :now))
                  AND (refusal IS NULL OR asked_at < :hour)
                ORDER BY asked_at LIMIT\s""" + most)
            .param("day", Columns.param(now.minus(Duration.ofDays(1))))
            .param("hour", Columns.param(now.minus(Duration.ofHours(1))))
            .param("now", Columns.param(now))
            .query(Payees::payee)
            .list();
    }

    /** Whatever comes of it: the next time the others come first. */
    void asked(AccountId mentor, Instant now) {
        jdbc.sql("UPDATE payout_account SET asked_at = ? WHERE account_id = ?")
            .params(Columns.param(now), Columns.param(mentor.value()))
            .update();
    }

    /** Stripe does not know the account, or does not let us ask about it. */
    void refused(AccountId mentor, String why) {
        jdbc.sql("UPDATE payout_account SET refusal = ? WHERE account_id = ?")
            .params(PlainText.line(why, 255), Columns.param(mentor.value()))
            .update();
    }

    /** @param why what Stripe said instead of an answer. @param since when it last gave one */
    record Refused(AccountId mentor, String account, String why, Instant since) {}

    /** Those about whom Stripe refuses to answer, for the longest time first. */
    List<Refused> refused(int most) {
        return jdbc
            .sql("SELECT account_id, stripe_account_id, refusal, looked_at FROM payout_account "
                    + "WHERE refusal IS NOT NULL ORDER BY looked_at LIMIT " + most)
            .query((row, _) -> new Refused(new AccountId(Columns.uuid(row, "account_id")),
                    row.getString("stripe_account_id"), row.getString("refusal"), Columns.instant(row, "looked_at")))
            .list();
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
                       disabled_reason = ?, due_at = ?, changed_at = ?, looked_at = ?, refusal = NULL
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
