package com.mentormatch.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    /** One task a mail, named by its id. A node that died in the middle is followed by another. */
    @Bean
    Task<Void> sendMailTask(SendMail sendMail) {
        return Tasks.custom(SendMail.TASK)
            .onFailure((complete, operations) -> operations.reschedule(complete,
                    complete.getTimeDone().plus(Duration.ofMinutes(1))))
            .execute((task, context) -> {
                var again = sendMail.send(UUID.fromString(task.getId()));
                return again
                    .<CompletionHandler<Void>>map(at -> (complete, operations) -> operations.reschedule(complete, at))
                    .orElseGet(OnCompleteRemove::new);
            });
    }
}
