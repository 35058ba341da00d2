package com.mentormatch.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the product work on Stripe's messages as it always does, and counts how often it does. */
@RestController
final class Work implements ExecutionInterceptor {

    private static final String TASK = "payment-notice";

    private final ObjectProvider<Scheduler> scheduler;
    private final JdbcClient jdbc;
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    Work(ObjectProvider<Scheduler> scheduler, JdbcClient jdbc) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
    }

    /** @return how many messages were worked on exactly once, when none is left */
    @GetMapping("/bench/work")
    String work() throws InterruptedException {
        scheduler.getObject().start();
        while (!jdbc.sql("SELECT 1 FROM scheduled_tasks WHERE task_name = ? LIMIT 1")
            .param(TASK)
            .query()
            .listOfRows()
            .isEmpty()) {
            Thread.sleep(200);
        }
        return String.valueOf(times.values().stream().filter(count -> count == 1).count());
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        if (task.getTaskName().equals(TASK)) {
            times.merge(task.getId(), 1, Integer::sum);
        }
        return chain.proceed(task, context);
    }
}
