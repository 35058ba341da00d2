package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where money is and whose it is. Only added to, in the transaction of what is written down elsewhere of the same. */
@Repository
class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where this movement was written before; then nothing is */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean write(LedgerEntry entry) {
        if (has(entry.movement(), entry.cause())) {
            return false;
        }
        var id = Columns.param(Ids.next());
        jdbc.sql("""
                INSERT INTO ledger_entry (id, movement, cause, booking_id, payment_id, mentor_id, currency, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
            .param(id)
            .param(entry.movement().name())
            .param(entry.cause())
            .param(Columns.param(entry.booking().value()))
            .param(entry.payment() == null ? null : Columns.param(entry.payment().value()))
            .param(Columns.param(entry.mentor().value()))
            .param(entry.currency())
            .param(Columns.param(entry.at()))
            .update();
        entry.lines()
            .forEach((account, minor) -> jdbc
                .sql("INSERT INTO ledger_line (entry_id, account, amount_minor) VALUES (?, ?, ?)")
                .param(id)
                .param(account.name())
                .param(minor)
                .update());
        return true;
    }

    private boolean has(Movement movement, String cause) {
        return !jdbc.sql("SELECT 1 FROM ledger_entry WHERE movement = ? AND cause = ?")
            .param(movement.name())
            .param(cause)
            .query()
            .listOfRows()
            .isEmpty();
    }

    Standing of(PaymentId payment) {
        var sums = new EnumMap<Movement, Map<LedgerAccount, Long>>(Movement.class);
        jdbc.sql("""
                SELECT e.movement, l.account, SUM(l.amount_minor) AS minor
                FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                WHERE e.payment_id = ? AND e.movement <> 'FEE_TAKEN'
                GROUP BY e.movement, l.account""")
            .param(Columns.param(payment.value()))
            .query((row, _) -> sums
                .computeIfAbsent(Movement.valueOf(row.getString("movement")), _ -> new EnumMap<>(LedgerAccount.class))
                .put(LedgerAccount.valueOf(row.getString("account")), row.getLong("minor")))
            .list();
        return new Standing(sums);
    }

    /** What is due to a mentor, in each currency in which anything ever was; below zero where they owe it. */
    List<Amount> dueTo(AccountId mentor) {
        return jdbc.sql("""
                SELECT e.currency, -SUM(l.amount_minor) AS minor
                FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                WHERE e.mentor_id = ? AND l.account IN ('OWED', 'TIPS', 'TRANSFERRED')
                GROUP BY e.currency ORDER BY e.currency""")
            .param(Columns.param(mentor.value()))
            .query((row, _) -> new Amount(row.getLong("minor"), row.getString("currency")))
            .list();
    }
}
