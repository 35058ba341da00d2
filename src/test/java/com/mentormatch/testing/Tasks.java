package com.mentormatch.testing;

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
        schedulerClock.set(clock.instant());
        for (var round = 0; round < 5; round++) {
            scheduler.runAnyDueExecutions();
        }
    }
}
