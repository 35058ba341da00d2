package com.mentormatch.testing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.mentormatch.shared.Columns;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Durable work, run when a test says so and by the test's clock. */
public final class Tasks {

    private final TestClock clock;
    private final SettableClock schedulerClock = new SettableClock();
    private final ManualScheduler scheduler;
    private final JdbcClient jdbc;

    Tasks(DataSource database, List<Task<?>> tasks, TestClock clock) {
        this.clock = clock;
        this.scheduler = TestHelper.createManualScheduler(database, tasks).clock(schedulerClock).build();
        this.jdbc = JdbcClient.create(database);
    }

    /** Runs everything due now, and what that makes due, until nothing is left. */
    public synchronized void runDue() {
        for (var round = 0; round < 200 && anyDue(); round++) {
            scheduler.runAnyDueExecutions();
        }
    }

    /** Lets time go by until then: everything runs at its very moment. Time stands still there. */
    public synchronized void runUntil(Instant then) {
        for (var due = next(); due != null && !due.isAfter(then); due = next()) {
            clock.stopAt(due.isAfter(clock.instant()) ? due : clock.instant());
            runDue();
        }
        clock.stopAt(then);
    }

    private Instant next() {
        return jdbc.sql("SELECT MIN(execution_time) AS due FROM scheduled_tasks WHERE picked = FALSE")
            .query((row, _) -> Columns.instant(row, "due"))
            .optional()
            .orElse(null);
    }

    /** What earlier tests left behind concerns no later one, and running all of it would take minutes. */
    void forget() {
        jdbc.sql("DELETE FROM scheduled_tasks").update();
    }

    /** Time goes on meanwhile: what one task asks for is due a moment later. */
    private boolean anyDue() {
        var now = clock.instant();
        schedulerClock.set(now);
        return !jdbc.sql("SELECT 1 FROM scheduled_tasks WHERE execution_time <= ? AND picked = FALSE LIMIT 1")
            .param(Columns.param(now))
            .query()
            .listOfRows()
            .isEmpty();
    }
}
