package com.mentormatch.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.mentormatch.account.AdminAct;
import com.mentormatch.account.NeedsAdmin;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The outbox as admins see it: what the mail server will never take, and what still waits. A failed mail can be tried
 * again or given up; a waiting one can be tried now or given up. Nobody reads here what a mail says, and
 * nobody decides about one that tells of a session of their own.
 */
@Component
class AdminMails implements NeedsAdmin {

    /** @param text whether there is still something to send: what lets its reader in is forgotten when it fails */
    record Line(UUID id, MailKind kind, String recipient, String subject, MailStatus status, Instant stagedAt,
            int tries, String failure, UUID booking, boolean text, boolean stale, Instant doneAt) {

        public boolean failed() {
            return status == MailStatus.FAILED;
        }

        public boolean retryable() {
            return text && !stale;
        }
    }

    /** @param more where the next page begins; null at the end */
    record Lines(List<Line> lines, String more) {}

    private static final String SELECT = """
            SELECT id, kind, recipient, subject, status, staged_at, tries, failure, booking_id,
                   text_part IS NOT NULL AS has_text, stale_at, done_at
            FROM mail WHERE\s""";

    private final JdbcClient jdbc;
    private final BookingFacts bookings;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SchedulerClient> scheduler;

    AdminMails(JdbcClient jdbc, BookingFacts bookings, Transactions transactions, ApplicationEventPublisher events,
            ObjectProvider<SchedulerClient> scheduler) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.transactions = transactions;
        this.events = events;
        this.scheduler = scheduler;
    }

    /** The oldest first: a failed mail is somebody who was not told. */
    Lines list(MailStatus status, String after, int size, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("status", status.name());
        var where = "status = :status";
        var last = Ids.read(after);
        if (last.isPresent()) {
            where += " AND id > :last";
            values.put("last", Columns.param(last.get()));
        }
        var rows = jdbc.sql(SELECT + where + " ORDER BY id LIMIT " + (size + 1))
            .params(values)
            .query((row, _) -> line(row, now))
            .list();
        var shown = rows.subList(0, Math.min(size, rows.size()));
        return new Lines(shown, rows.size() > size ? shown.getLast().id().toString() : null);
    }

    Optional<Line> find(UUID id, Instant now) {
        return jdbc.sql(SELECT + "id = ?").param(Columns.param(id)).query((row, _) -> line(row, now)).optional();
    }

    /** Whether it tells of a session of this admin's own. */
    boolean own(SignedIn admin, Line mail, Instant now) {
        return mail.booking() != null
                && bookings.of(new BookingId(mail.booking()), now).filter(booking -> booking.isOf(admin)).isPresent();
    }

    @Override
    public List<Matter> matters(int size, Instant now) {
        return list(MailStatus.FAILED, null, size, now).lines()
            .stream()
            .map(mail -> new Matter("mail-failed", List.of(mail.subject(), mail.recipient()), mail.doneAt(),
                    "/admin/outbox#mail-" + mail.id()))
            .toList();
    }

    /** Says whether it will be tried: whoever came first has dealt with it otherwise. */
    boolean retry(SignedIn admin, UUID id, String reason, Instant now) {
        return transactions.run(() -> {
            var changed = jdbc.sql("""
                    UPDATE mail SET status = 'WAITING', failure = NULL, done_at = NULL, claimed_until = NULL
                    WHERE id = ? AND status IN ('FAILED', 'WAITING') AND text_part IS NOT NULL
                      AND (stale_at IS NULL OR stale_at > ?)""").params(Columns.param(id), Columns.param(now)).update();
            return recorded(admin, "mail-retried", id, reason, now, changed == 1, () -> scheduler.getObject()
                .schedule(SendMail.TASK.instance(id.toString()).build(), now, ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
        });
    }

    /** Says whether it was given up by this: not where it has been sent meanwhile. */
    boolean drop(SignedIn admin, UUID id, String reason, Instant now) {
        return transactions.run(() -> {
            var changed = jdbc
                .sql("UPDATE mail SET status = 'DROPPED', done_at = ? WHERE id = ? AND status IN ('FAILED', 'WAITING')")
                .params(Columns.param(now), Columns.param(id))
                .update();
            return recorded(admin, "mail-dropped", id, reason, now, changed == 1, () -> {});
        });
    }

    private boolean recorded(SignedIn admin, String act, UUID id, String reason, Instant now, boolean done,
            Runnable then) {
        if (done) {
            then.run();
            events.publishEvent(new AdminAct(admin.id(), act, "mail", id.toString(), reason, now));
        }
        return done;
    }

    /** A cursor with which the page begins with that mail, wherever in the list it stands. */
    static String before(UUID id) {
        var borrowed = id.getLeastSignificantBits() == 0 ? 1 : 0;
        return new UUID(id.getMostSignificantBits() - borrowed, id.getLeastSignificantBits() - 1).toString();
    }

    private static Line line(ResultSet row, Instant now) throws SQLException {
        var staleAt = Columns.instant(row, "stale_at");
        return new Line(Columns.uuid(row, "id"), MailKind.valueOf(row.getString("kind")), row.getString("recipient"),
                row.getString("subject"), MailStatus.valueOf(row.getString("status")),
                Columns.instant(row, "staged_at"), row.getInt("tries"), row.getString("failure"),
                Columns.uuid(row, "booking_id"), row.getBoolean("has_text"), staleAt != null && !staleAt.isAfter(now),
                Columns.instant(row, "done_at"));
    }
}
