package com.mentormatch.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * One durable task a session whose mentee has not said anything: due an hour, a day and two and a half days after the
 * end. Run late it reminds once, of the last that was due. Source: product.md, "After the session".
 */
@Component
class ConfirmReminders {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("confirm-reminder");
    private static final List<Duration> STEPS = List.of(Duration.ofHours(1), Duration.ofHours(24),
            Duration.ofHours(60));

    private final ObjectProvider<SchedulerClient> scheduler;

    ConfirmReminders(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /** When the next one is due; null where there is none any more. */
    static Instant after(Instant end, Instant now) {
        return STEPS.stream().map(end::plus).filter(due -> due.isAfter(now)).findFirst().orElse(null);
    }

    /** Joins the transaction it is called in. */
    void arm(BookingId booking, Instant due) {
        if (due != null) {
            scheduler.getObject().scheduleIfNotExists(TASK.instance(booking.toString()).build(), due);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Configured {

        @Bean
        Task<Void> confirmReminder(ObjectProvider<FinishMails> mails, BookingFacts bookings, Transactions transactions,
                Clock clock) {
            return Tasks.custom(TASK).execute((instance, _) -> {
                var id = BookingId.valueOf(instance.getId());
                var now = clock.instant();
                return transactions.run(() -> remind(mails.getObject(), bookings, id, now))
                    .<CompletionHandler<Void>>map(next -> (complete, task) -> task.reschedule(complete, next))
                    .orElseGet(OnCompleteRemove::new);
            });
        }

        /** When to come back; empty where nobody is to be asked any more. */
        private static Optional<Instant> remind(FinishMails mails, BookingFacts bookings, BookingId id, Instant now) {
            var booking = bookings.of(id, now).orElseThrow();
            if (booking.status() != BookingStatus.PENDING_COMPLETION) {
                return Optional.empty();
            }
            var end = booking.time().end();
            var next = after(end, now);
            STEPS.stream()
                .filter(step -> !end.plus(step).isAfter(now))
                .reduce((_, later) -> later)
                .ifPresent(step -> mails.remind(id, step.toHours() + "h", next == null ? booking.until() : next, now));
            return Optional.ofNullable(next);
        }
    }
}
