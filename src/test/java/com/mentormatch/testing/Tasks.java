package com.mentormatch.testing;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.util.List;
import javax.sql.DataSource;

/** Durable work, run when a test says so and by the test's clock. */
public final class Tasks {

    private final TestClock clock;
    private final SettableClock schedulerClock = new SettableClock();
    private final ManualScheduler scheduler;

    Tasks(DataSource database, List<Task<?>> tasks, TestClock clock) {
        this.clock = clock;
        this.scheduler = TestHelper.createManualScheduler(database, tasks).clock(schedulerClock).build();
    }

    /** Runs everything due now, and what that makes due, until nothing is left. */
    public synchronized void runDue() {
        for (var round = 0; round < 200 && anyDue(); round++) {
            scheduler.runAnyDueExecutions();
        }
    }

    /** Time goes on meanwhile: what one task asks for is due a moment later. */
    private boolean anyDue() {
        var now = clock.instant();
        schedulerClock.set(now);
        return scheduler.getScheduledExecutions(ScheduledExecutionsFilter.all()).stream().anyMatch(
                task -> !task.isPicked() && !task.getExecutionTime().isAfter(now));
    }
}
