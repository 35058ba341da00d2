package com.mentormatch.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reminds both of a session a day and an hour before it begins. Source: product.md, "Messages".
 *
 * <p>Each reminder is a durable task of one start of one booking, written in the transaction that agrees on that start,
 * unless its moment has passed by then. Nothing is ever taken back: a task whose booking has moved or is off by the time
 * it runs finds so and says nothing, and so does one that comes so late that the next reminder, or the session itself,
 * has begun.
 */
@Component
class Reminders {

    private enum Ahead {

        DAY(Duration.ofHours(24), Duration.ofHours(1), MailKind.REMINDER_DAY),
        HOUR(Duration.ofHours(1), Duration.ZERO, MailKind.REMINDER_HOUR);

        private final Duration ahead;
        private final Duration stale;
        private final MailKind kind;

        Ahead(Duration ahead, Duration stale, MailKind kind) {
            this.ahead = ahead;
            this.stale = stale;
            this.kind = kind;
        }

        Instant due(Instant start) {
            return start.minus(ahead);
        }

        Instant staleAt(Instant start) {
            return start.minus(stale);
        }
    }

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("session-reminder");
    private static final List<MailKind> KINDS = List.of(MailKind.REMINDER_DAY, MailKind.REMINDER_HOUR);

    private final SchedulerClient scheduler;
    private final BookingFacts bookings;
    private final BookedSessions sessions;
    private final Outbox outbox;
    private final Transactions transactions;

    Reminders(SchedulerClient scheduler, BookingFacts bookings, BookedSessions sessions, Outbox outbox,
            Transactions transactions) {
        this.scheduler = scheduler;
        this.bookings = bookings;
        this.sessions = sessions;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    @EventListener
    void arm(BookingEvent.Confirmed event) {
        arm(event.booking(), event.at());
    }

    @EventListener
    void armAgain(BookingEvent.Moved event) {
        outbox.supersede(event.booking().value(), KINDS, event.at());
        arm(event.booking(), event.at());
    }

    @EventListener
    void drop(BookingEvent.Cancelled event) {
        outbox.supersede(event.booking().value(), KINDS, event.at());
    }

    private void arm(BookingId booking, Instant now) {
        var start = bookings.of(booking, now).orElseThrow().time().start();
        for (var ahead : Ahead.values()) {
            if (ahead.due(start).isAfter(now)) {
                var name = ahead + "/" + start.getEpochSecond() + "/" + booking;
                scheduler.scheduleIfNotExists(TASK.instance(name).build(), ahead.due(start));
            }
        }
    }

    /** @param task as {@link #arm} named it */
    void remind(String task, Instant now) {
        var parts = task.split("/", 3);
        var ahead = Ahead.valueOf(parts[0]);
        var start = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        var id = BookingId.valueOf(parts[2]);
        if (!ahead.staleAt(start).isAfter(now)) {
            return;
        }
        transactions.run(() -> {
            var booking = bookings.of(id, now).orElseThrow();
            if (booking.status() == BookingStatus.CONFIRMED && booking.time().start().equals(start)) {
                var session = sessions.of(id, now);
                for (var side : List.of(session.toMentee(), session.toMentor())) {
                    stage(ahead, side, start, now);
                }
            }
        });
    }

    private void stage(Ahead ahead, BookedSession.Side side, Instant start, Instant now) {
        var letter = side.letter(ahead.kind, "info", side.say("mail." + ahead.kind + ".opening", side.otherName()))
            .action(side.say("mail.REMINDER.action"), side.page())
            .next(side.say("mail.REMINDER.next." + side.role()));
        side.session(letter);
        side.where(letter);
        outbox.stage(side.draft(ahead.kind, String.valueOf(start.getEpochSecond()), letter, null, ahead.staleAt(start)),
                now);
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        @Bean
        OneTimeTask<Void> sessionReminder(ObjectProvider<Reminders> reminders, Clock clock) {
            return Tasks.oneTime(TASK)
                .execute((instance, _) -> reminders.getObject().remind(instance.getId(), clock.instant()));
        }
    }
}
