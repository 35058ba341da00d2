package com.mentormatch.notification;

import com.mentormatch.shared.Ids;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may send which mail now.
 *
 * <p>A person's mails go out in the order they were written, so asking for one means being given the oldest that still
 * waits for the same address. Taking one in hand is a compare-and-set that commits before anything is sent; nobody else
 * gets it until the lease ends. A node that dies with a mail in hand leaves it to be sent again after that, with the
 * same Message-ID.
 *
 * <p>What its reader has switched off since it was written is dropped when its turn comes, whichever node asks: the
 * preference is read with the mail. So is one whose preference went with the account, for its link would stop nothing.
 */
@Component
class MailQueue {

    sealed interface Turn {}

    /** Yours to send; then say how it went. */
    record Take(Mail mail) implements Turn {}

    /** Another has this person's next mail in hand. */
    record Wait(Instant until) implements Turn {}

    /** That mail, and all before it, are done with. */
    record Done() implements Turn {}

    private final JdbcClient db;
    private final Transactions transactions;
    private final MailSettings settings;

    MailQueue(JdbcClient db, Transactions transactions, MailSettings settings) {
        this.db = db;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Whose turn it is among the mails up to this one to the same address. */
    Turn next(UUID upTo, Instant now) {
        return transactions.run(() -> {
            for (;;) {
                var oldest = oldest(upTo);
                if (oldest.isEmpty()) {
                    return new Done();
                }
                var row = oldest.get();
                if (row.claimedUntil() != null && row.claimedUntil().isAfter(now)) {
                    return new Wait(row.claimedUntil());
                }
                if (row.unwanted() || row.staleAt() != null && !row.staleAt().isAfter(now)) {
                    end(row.mail().id(), row.mail().kind(), row.mail().tries(), MailStatus.DROPPED, null, now);
                } else if (claim(row.mail(), now)) {
                    return new Take(row.mail());
                } else {
                    return new Wait(now.plusSeconds(1));
                }
            }
        });
    }

    void sent(Mail mail, Instant now) {
        transactions.run(() -> end(mail.id(), mail.kind(), mail.tries(), MailStatus.SENT, null, now));
    }

    void failed(Mail mail, String why, Instant now) {
        transactions.run(() -> end(mail.id(), mail.kind(), mail.tries(), MailStatus.FAILED, why, now));
    }

    /** Gives a mail back that could not be sent now. */
    void release(Mail mail, String why) {
        transactions.run(() -> {
            db.sql("""
                    UPDATE mail SET status = 'WAITING', claimed_until = NULL, failure = :why
                    WHERE id = :id AND status = 'SENDING' AND tries = :tries
                    """)
                .param("why", PlainText.line(why, 500))
                .param("id", Ids.bytes(mail.id()))
                .param("tries", mail.tries())
                .update();
        });
    }

    private Optional<Row> oldest(UUID upTo) {
        return db.sql("""
                SELECT m.*, m.unsubscribe IS NOT NULL AND COALESCE(p.is_off, TRUE) AS unwanted
                FROM mail m JOIN mail wanted ON wanted.recipient = m.recipient
                  LEFT JOIN mail_preference p ON p.token = m.unsubscribe
                WHERE wanted.id = :id AND m.id <= wanted.id AND m.status IN ('WAITING', 'SENDING')
                ORDER BY m.id LIMIT 1
                """).param("id", Ids.bytes(upTo)).query(MailQueue::row).optional();
    }

    private boolean claim(Mail mail, Instant now) {
        return db.sql("""
                UPDATE mail SET status = 'SENDING', claimed_until = :until, tries = :tries
                WHERE id = :id AND status IN ('WAITING', 'SENDING') AND tries = :tries - 1
                """)
            .param("until", Outbox.utc(now.plus(settings.lease())))
            .param("tries", mail.tries())
            .param("id", Ids.bytes(mail.id()))
            .update() == 1;
    }

    private void end(UUID id, MailKind kind, int tries, MailStatus status, String why, Instant now) {
        var text = kind.secret() ? ", text_part = NULL, html_part = NULL" : "";
        var guard = status == MailStatus.DROPPED ? "" : " AND status = 'SENDING' AND tries = :tries";
        db.sql("UPDATE mail SET status = :status, done_at = :now, claimed_until = NULL, failure = :why" + text
                + " WHERE id = :id AND status IN ('WAITING', 'SENDING')" + guard)
            .param("status", status.name())
            .param("now", Outbox.utc(now))
            .param("why", why == null ? null : PlainText.line(why, 500))
            .param("id", Ids.bytes(id))
            .param("tries", tries)
            .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var mail = new Mail(Ids.of(row.getBytes("id")), MailKind.valueOf(row.getString("kind")),
                row.getString("recipient"), row.getString("recipient_name"), row.getString("subject"),
                row.getString("text_part"), row.getString("html_part"), row.getString("method"),
                row.getBytes("invitation"), row.getString("unsubscribe"), instant(row, "staged_at"),
                row.getInt("tries") + 1);
        return new Row(mail, instant(row, "claimed_until"), instant(row, "stale_at"), row.getBoolean("unwanted"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var local = row.getObject(column, LocalDateTime.class);
        return local == null ? null : local.toInstant(ZoneOffset.UTC);
    }

    private record Row(Mail mail, Instant claimedUntil, Instant staleAt, boolean unwanted) {}
}
