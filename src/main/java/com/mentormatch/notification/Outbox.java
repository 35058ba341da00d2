package com.mentormatch.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.mentormatch.account.Person;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Site;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Where mails wait. A mail and the task that sends it are rows written in the transaction of the change they tell: when
 * that rolls back nobody is told, when it commits somebody will be, whatever happens to this node or the mail server.
 */
@Component
class Outbox {

    private final JdbcClient db;
    private final SchedulerClient scheduler;
    private final ITemplateEngine templates;
    private final LetterText text;
    private final Notices notices;
    private final MailPreferences preferences;
    private final Site site;

    Outbox(JdbcClient db, SchedulerClient scheduler, ITemplateEngine templates, LetterText text, Notices notices,
            MailPreferences preferences, Site site) {
        this.db = db;
        this.scheduler = scheduler;
        this.templates = templates;
        this.text = text;
        this.notices = notices;
        this.preferences = preferences;
        this.site = site;
    }

    /**
     * Writes a mail and what the bell says of it; does nothing where that news was already staged for that person, or
     * where nobody is left. Who does without such mails is still told by the bell.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void stage(Draft draft, Instant now) {
        if (draft.recipient().endsWith(Person.NO_MAILBOX)) {
            return;
        }
        notices.write(draft, now);
        var topic = draft.kind().topic();
        if (topic == null) {
            stage(draft, draft.letter(), null, now);
            return;
        }
        var preference = preferences.of(draft.notice().reader(), topic);
        if (!preference.off()) {
            var stop = site.at("/unsubscribe/" + preference.token());
            stage(draft, draft.letter().stoppable(stop), preference.token(), now);
        }
    }

    private void stage(Draft draft, Letter letter, @Nullable String unsubscribe, Instant now) {
        var id = Ids.next();
        var invitation = draft.invitation();
        try {
            db.sql("""
                    INSERT INTO mail (id, dedup_key, kind, booking_id, recipient, recipient_name, subject, text_part,
                                      html_part, method, invitation, status, staged_at, stale_at, tries,
                                      unsubscribe)
                    VALUES (:id, :dedupKey, :kind, :booking, :recipient, :recipientName, :subject, :text, :html,
                            :method, :invitation, 'WAITING', :now, :staleAt, 0, :unsubscribe)
                    """)
                .param("id", Ids.bytes(id))
                .param("dedupKey", draft.dedupKey())
                .param("kind", draft.kind().name())
                .param("booking", bytes(draft.booking()))
                .param("recipient", draft.recipient())
                .param("recipientName", PlainText.line(draft.recipientName(), 120))
                .param("subject", PlainText.line(letter.subject(), 200))
                .param("text", text.of(letter))
                .param("html", html(letter))
                .param("method", invitation == null ? null : invitation.method())
                .param("invitation", invitation == null ? null : invitation.ics())
                .param("now", utc(now))
                .param("staleAt", utc(draft.staleAt()))
                .param("unsubscribe", unsubscribe)
                .update();
        } catch (DuplicateKeyException alreadyStaged) {
            return;
        }
        scheduler.scheduleIfNotExists(SendMail.TASK.instance(id.toString()).build(), now);
    }

    /** The person is gone: of what was sent to them nothing is kept. What still waits goes out. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(String recipient) {
        db.sql("DELETE FROM mail WHERE recipient = ? AND status NOT IN ('WAITING', 'SENDING')")
            .param(recipient)
            .update();
    }

    /** Drops what still waits of those kinds about that booking, because something newer is to be told instead. */
    @Transactional(propagation = Propagation.MANDATORY)
    void supersede(UUID booking, Collection<MailKind> kinds, Instant now) {
        db.sql("""
                UPDATE mail SET status = 'DROPPED', done_at = :now
                WHERE booking_id = :booking AND status = 'WAITING' AND kind IN (:kinds)
                """)
            .param("now", utc(now))
            .param("booking", bytes(booking))
            .param("kinds", kinds.stream().map(Enum::name).toList())
            .update();
        notices.supersede(booking, kinds);
    }

    private String html(Letter letter) {
        return templates.process("mail/letter", new Context(letter.locale(), Map.of("letter", letter)));
    }

    private static byte[] bytes(UUID booking) {
        return booking == null ? null : Ids.bytes(booking);
    }

    static LocalDateTime utc(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
