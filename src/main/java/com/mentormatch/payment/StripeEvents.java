package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inbox of Stripe's messages. */
@Component
class StripeEvents {

    enum Outcome {
        /** Stripe was asked and everything is written down. */
        SETTLED,
        /** Nothing this product does anything about. */
        IGNORED,
        /** About something this product cannot find; somebody should look. */
        PARKED
    }

    private final JdbcClient jdbc;

    StripeEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(String event) {
        return !jdbc.sql("SELECT 1 FROM stripe_event WHERE event_id = ?").param(event).query().listOfRows().isEmpty();
    }

    UUID add(Notice notice, Outcome outcome, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO stripe_event
                  (id, event_id, type, api_version, object_id, booking_id, account_id, received_at, worked_at, outcome)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .param(Columns.param(id))
            .param(notice.event())
            .param(notice.type())
            .param(notice.apiVersion())
            .param(notice.object())
            .param(notice.booking() == null ? null : Columns.param(notice.booking().value()))
            .param(notice.account())
            .param(Columns.param(now))
            .param(outcome == null ? null : Columns.param(now))
            .param(outcome == null ? null : outcome.name())
            .update();
        return id;
    }

    /** A message nobody has worked on yet. */
    Optional<Notice> waiting(UUID id) {
        return jdbc.sql("""
                SELECT event_id, type, api_version, object_id, booking_id, account_id
                FROM stripe_event WHERE id = ? AND outcome IS NULL""").param(Columns.param(id)).query((row, _) -> {
            var booking = Columns.uuid(row, "booking_id");
            return new Notice(row.getString("event_id"), row.getString("type"), row.getString("api_version"),
                    row.getString("object_id"), booking == null ? null : new BookingId(booking),
                    row.getString("account_id"));
        }).optional();
    }

    /** Messages about nothing known here, the oldest first. */
    List<MoneyMatters.Parked> parked(int size) {
        return jdbc
            .sql("SELECT id, event_id, type, object_id, received_at FROM stripe_event WHERE outcome = 'PARKED' "
                    + "ORDER BY received_at LIMIT " + size)
            .query((row, _) -> new MoneyMatters.Parked(Columns.uuid(row, "id"), row.getString("event_id"),
                    row.getString("type"), row.getString("object_id"), Columns.instant(row, "received_at")))
            .list();
    }

    /** It waits again. @return false where it was not parked */
    boolean unpark(UUID id) {
        return jdbc.sql("UPDATE stripe_event SET outcome = NULL, worked_at = NULL WHERE id = ? AND outcome = 'PARKED'")
            .param(Columns.param(id))
            .update() == 1;
    }

    void worked(UUID id, Outcome outcome, Instant now) {
        jdbc.sql("UPDATE stripe_event SET worked_at = ?, outcome = ? WHERE id = ? AND outcome IS NULL")
            .param(Columns.param(now))
            .param(outcome.name())
            .param(Columns.param(id))
            .update();
    }
}
