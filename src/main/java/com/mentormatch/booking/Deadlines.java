package com.mentormatch.booking;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * One durable task for each moment at which time does something to a booking, written in the transaction that sets the
 * moment. A task is never moved: where a session is, its new moments have tasks of their own, and the old ones find
 * nothing to do. So nobody waits for a task that runs just now.
 */
@Component
class Deadlines {

    private static final TaskDescriptor<Void> DEADLINE = TaskDescriptor.of("booking-deadline");

    private final ObjectProvider<SchedulerClient> scheduler;

    Deadlines(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /** Joins the transaction it is called in. */
    void watch(Booking booking) {
        var due = booking.due();
        if (due != null) {
            scheduler.getObject().scheduleIfNotExists(DEADLINE.instance(booking.id() + "/" + due).build(), due);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        @Bean
        OneTimeTask<Void> bookingDeadline(FollowClock time, Clock clock) {
            return Tasks.oneTime(DEADLINE)
                .execute((instance, _) -> time.follow(BookingId.valueOf(instance.getId().split("/")[0]),
                        clock.instant()));
        }
    }
}
