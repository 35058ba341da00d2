package com.mentormatch.meeting;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Asks for durable work on a booking's room, in the transaction that makes it necessary. Each change asks with a task of
 * its own, {@code <booking>/<id>}: one that is running already may have looked before the change.
 */
@Component
class RoomTasks {

    private static final TaskDescriptor<Void> ARRANGE = TaskDescriptor.of("meeting-room");

    private final ObjectProvider<SchedulerClient> scheduler;

    RoomTasks(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void arrange(BookingId booking, Instant at) {
        scheduler.getObject().scheduleIfNotExists(ARRANGE.instance(booking + "/" + Ids.next()).build(), at);
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        @Bean
        CustomTask<Void> meetingRoom(ArrangeRoom rooms) {
            return Tasks.custom(ARRANGE)
                .onFailure((failed, operations) -> operations.reschedule(failed,
                        failed.getTimeDone().plus(Duration.ofMinutes(1))))
                .execute((task, _) -> rooms.arrange(BookingId.valueOf(task.getId().split("/")[0]))
                    .<CompletionHandler<Void>>map(at -> (complete, operations) -> operations.reschedule(complete, at))
                    .orElseGet(CompletionHandler.OnCompleteRemove::new));
        }
    }
}
