package com.mentormatch.notification;

import com.mentormatch.account.AccountEvent;
import com.mentormatch.account.AccountId;
import com.mentormatch.account.Unread;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the bell has said to whom, and what of it was read. */
@Component
class Notices implements Unread {

    /** @param read whether its reader has seen it */
    record Row(UUID id, MailKind kind, boolean asMentor, UUID booking, AccountId other, Instant start, String title,
            Instant at, boolean read) {}

    private final JdbcClient jdbc;
    private final Transactions transactions;

    Notices(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Does nothing where that news was already told. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Draft draft, Instant now) {
        var notice = draft.notice();
        if (notice == null || !draft.kind().rings()) {
            return;
        }
        try {
            jdbc.sql("""
                    INSERT INTO notice (id, dedup_key, account_id, kind, as_mentor, booking_id, other_id, start_at,
                                        title, at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Columns.param(Ids.next()), draft.dedupKey(), Columns.param(notice.reader().value()),
                        draft.kind().name(), notice.asMentor(), Columns.param(draft.booking()),
                        Columns.param(notice.other().value()), Columns.param(notice.start()),
                        PlainText.line(notice.title(), 120), Columns.param(now))
                .update();
        } catch (DuplicateKeyException alreadyTold) {
            // Announced twice, told once.
        }
    }

    /** What nobody has read yet and something newer has overtaken. */
    @Transactional(propagation = Propagation.MANDATORY)
    void supersede(UUID booking, Collection<MailKind> kinds) {
        jdbc.sql("DELETE FROM notice WHERE booking_id = :booking AND read_at IS NULL AND kind IN (:kinds)")
            .param("booking", Columns.param(booking))
            .param("kinds", kinds.stream().map(Enum::name).toList())
            .update();
    }

    @EventListener
    void forget(AccountEvent.Deleted gone) {
        jdbc.sql("DELETE FROM notice WHERE account_id = ?").param(Columns.param(gone.account().value())).update();
    }

    @Override
    public int count(AccountId account) {
        return jdbc
            .sql("SELECT COUNT(*) FROM (SELECT 1 FROM notice WHERE account_id = ? AND read_at IS NULL LIMIT " + MOST
                    + ") unread")
            .param(Columns.param(account.value()))
            .query(Integer.class)
            .single();
    }

    /** The latest first. @param after the last one of an earlier page, null for the first page */
    List<Row> list(AccountId reader, @Nullable UUID after, int most) {
        var query = jdbc
            .sql("SELECT id, kind, as_mentor, booking_id, other_id, start_at, title, at, read_at FROM notice"
                    + " WHERE account_id = :reader" + (after == null ? "" : " AND id < :after")
                    + " ORDER BY id DESC LIMIT " + most)
            .param("reader", Columns.param(reader.value()));
        return (after == null ? query : query.param("after", Columns.param(after)))
            .query((row, _) -> new Row(Columns.uuid(row, "id"), MailKind.valueOf(row.getString("kind")),
                    row.getBoolean("as_mentor"), Columns.uuid(row, "booking_id"),
                    new AccountId(Columns.uuid(row, "other_id")), Columns.instant(row, "start_at"),
                    row.getString("title"), Columns.instant(row, "at"), row.getTimestamp("read_at") != null))
            .list();
    }

    /** The booking it is about; empty where it is not this reader's. */
    Optional<UUID> read(AccountId reader, UUID id, Instant now) {
        return transactions.run(() -> {
            jdbc.sql("UPDATE notice SET read_at = ? WHERE id = ? AND account_id = ? AND read_at IS NULL")
                .params(Columns.param(now), Columns.param(id), Columns.param(reader.value()))
                .update();
            return jdbc.sql("SELECT booking_id FROM notice WHERE id = ? AND account_id = ?")
                .params(Columns.param(id), Columns.param(reader.value()))
                .query((row, _) -> Columns.uuid(row, "booking_id"))
                .optional();
        });
    }

    /** Up to that one and no further: what came while the page was open has not been seen. */
    void readAll(AccountId reader, UUID upTo, Instant now) {
        transactions.run(() -> {
            jdbc.sql("UPDATE notice SET read_at = ? WHERE account_id = ? AND read_at IS NULL AND id <= ?")
                .params(Columns.param(now), Columns.param(reader.value()), Columns.param(upTo))
                .update();
        });
    }
}
