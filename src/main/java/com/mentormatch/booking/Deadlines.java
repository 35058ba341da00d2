package com.mentormatch.booking;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * One durable task a booking, due at its deadline and written in the transaction that sets it. When it runs and finds
 * that the deadline has moved, it comes back then; when there is none any more, it is gone.
 */
@Component
class Deadlines {

    private static final TaskDescriptor<Void> DEADLINE = TaskDescriptor.of("booking-deadline");

    private final ObjectProvider<SchedulerClient> scheduler;

    Deadlines(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void watch(Booking booking) {
        if (booking.due() != null) {
            scheduler.getObject()
                .schedule(DEADLINE.instance(booking.id().toString()).build(), booking.due(),
                        ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        @Bean
        CustomTask<Void> bookingDeadline(ExpireBooking expire, Bookings bookings, Clock clock) {
            return Tasks.custom(DEADLINE).execute((instance, _) -> {
                var id = BookingId.valueOf(instance.getId());
                expire.expire(id, clock.instant());
                return bookings.findById(id)
                    .map(Booking::due)
                    .<CompletionHandler<Void>>map(deadline -> (complete, task) -> task.reschedule(complete, deadline))
                    .orElseGet(CompletionHandler.OnCompleteRemove::new);
            });
        }
    }
}
