package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows about money for tests that only ask who may see them: a paid booking, and what can wait for an admin. */
public record MoneyThings(UUID parked, UUID mismatch, UUID chargeback) {

    /** Marks a booking as paid with €45, and has a bank dispute another payment of it. */
    public static MoneyThings about(BookingId booking, AccountId mentor, JdbcClient jdbc, Instant now) {
        var payment = Ids.next();
        payment(jdbc, booking, payment, 1, "PAID", now);
        var entry = Ids.next();
        jdbc.sql("INSERT INTO ledger_entry (id, movement, cause, booking_id, payment_id, mentor_id, currency, at) "
                + "VALUES (?, 'CHARGED', ?, ?, ?, ?, 'EUR', ?)")
            .params(Columns.param(entry), "pi_" + payment, Columns.param(booking.value()), Columns.param(payment),
                    Columns.param(mentor.value()), Columns.param(now))
            .update();
        jdbc.sql("INSERT INTO ledger_line (entry_id, account, amount_minor) VALUES (?, 'STRIPE', 4500), "
                + "(?, 'MENTEE', -4500)")
            .params(Columns.param(entry), Columns.param(entry))
            .update();
        var things = new MoneyThings(Ids.next(), Ids.next(), Ids.next());
        jdbc.sql("INSERT INTO stripe_event (id, event_id, type, object_id, received_at, outcome) "
                + "VALUES (?, ?, 'charge.updated', 'ch_1', ?, 'PARKED')")
            .params(Columns.param(things.parked()), "evt_" + things.parked(), Columns.param(now))
            .update();
        jdbc.sql(
                "INSERT INTO money_mismatch (id, kind, subject, booking_id, ours, theirs, found_at, seen_at, accepted) "
                        + "VALUES (?, 'CHARGED', ?, ?, 'EUR 45.00', 'EUR 40.00', ?, ?, FALSE)")
            .params(Columns.param(things.mismatch()), payment.toString(), Columns.param(booking.value()),
                    Columns.param(now), Columns.param(now))
            .update();
        var disputed = Ids.next();
        payment(jdbc, booking, disputed, 2, "CHARGED_BACK", now);
        jdbc.sql("INSERT INTO chargeback (id, stripe_id, payment_id, booking_id, amount_minor, currency, reason, "
                + "status, opened_at, version) VALUES (?, ?, ?, ?, 4500, 'EUR', 'fraudulent', 'OPEN', ?, 0)")
            .params(Columns.param(things.chargeback()), "du_" + disputed, Columns.param(disputed),
                    Columns.param(booking.value()), Columns.param(now))
            .update();
        return things;
    }

    private static void payment(JdbcClient jdbc, BookingId booking, UUID id, int attempt, String status, Instant now) {
        jdbc.sql("INSERT INTO payment (id, booking_id, attempt, amount_minor, amount_currency, on_hold, status, late, "
                + "session_expires_at, created_at, changed_at, looked_at, version) "
                + "VALUES (?, ?, ?, 4500, 'EUR', FALSE, ?, FALSE, ?, ?, ?, ?, 0)")
            .params(Columns.param(id), Columns.param(booking.value()), attempt, status, Columns.param(now),
                    Columns.param(now), Columns.param(now), Columns.param(now))
            .update();
    }
}
