package com.mentormatch.testing;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a history into the ledger, for tests that read it. Amounts are minor units. */
public final class Books {

    private final JdbcClient jdbc;

    public Books(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A session is over: what was paid, the platform's part of it. */
    public void earned(Actor mentor, BookingId booking, long paid, long fee, String currency, Instant at) {
        write("CHARGED", mentor, booking, currency, at, Map.of("STRIPE", paid, "MENTEE", -paid));
        write("EARNED", mentor, booking, currency, at, Map.of("HELD", paid, "FEE", -fee, "OWED", fee - paid));
    }

    public void tipped(Actor mentor, BookingId booking, long minor, String currency, Instant at) {
        write("TIPPED", mentor, booking, currency, at, Map.of("STRIPE", minor, "TIPS", -minor));
    }

    /** A refund after the end: the platform's part of it and the mentor's. */
    public void givenBack(Actor mentor, BookingId booking, long fee, long share, String currency, Instant at) {
        write("REFUND_DECIDED", mentor, booking, currency, at,
                Map.of("FEE", fee, "OWED", share, "REFUNDS", -fee - share));
        write("REFUNDED", mentor, booking, currency, at, Map.of("REFUNDS", fee + share, "STRIPE", -fee - share));
    }

    public void paidOut(Actor mentor, long minor, String currency, String status, Instant at) {
        jdbc.sql("""
                INSERT INTO payout (id, account_id, stripe_payout_id, amount_minor, amount_currency, status,
                  created_at, arrives_at, looked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(Columns.param(Ids.next()), Columns.param(mentor.id().value()), "po_" + Ids.next(), minor, currency,
                    status, Columns.param(at), Columns.param(at), Columns.param(at))
            .update();
    }

    private void write(String movement, Actor mentor, BookingId booking, String currency, Instant at,
            Map<String, Long> lines) {
        var id = Columns.param(Ids.next());
        jdbc.sql("""
                INSERT INTO ledger_entry (id, movement, cause, booking_id, mentor_id, currency, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
            .params(id, movement, "test-" + Ids.next(), Columns.param(booking.value()),
                    Columns.param(mentor.id().value()), currency, Columns.param(at))
            .update();
        lines.forEach((account, minor) -> {
            if (minor != 0) {
                jdbc.sql("INSERT INTO ledger_line (entry_id, account, amount_minor) VALUES (?, ?, ?)")
                    .params(id, account, minor)
                    .update();
            }
        });
    }
}
