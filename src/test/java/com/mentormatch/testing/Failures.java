package com.mentormatch.testing;

import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an admin has to look into. It would need somebody in all later tests, so whoever makes some ends it again. */
public final class Failures implements AutoCloseable {

    private final String subject = "To nobody " + Ids.next();
    private final JdbcClient jdbc;

    public Failures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID mail(Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO mail (id, dedup_key, kind, recipient, recipient_name, subject, text_part, status, staged_at,
                                  tries, done_at, failure)
                VALUES (?, ?, 'CONFIRMED', 'nobody@example.com', 'Nobody', ?, 'Hello', 'FAILED', ?, 1, ?,
                        '550 no such mailbox')""")
            .params(Columns.param(id), id.toString(), subject, Columns.param(now), Columns.param(now))
            .update();
        return id;
    }

    /** @return its name in addresses */
    public String task(Instant now) {
        return task("end-bookings", Ids.next().toString(), now);
    }

    /** Due tomorrow, so that no test runs it by accident. */
    public String task(String name, String instance, Instant now) {
        jdbc.sql("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures,
                                             last_failure, version)
                VALUES (?, ?, ?, FALSE, 7, ?, 1)""")
            .params(name, instance, Columns.param(now.plusSeconds(86_400)), Columns.param(now))
            .update();
        return name + "~" + instance.replace('/', '~');
    }

    /** Tasks go by themselves with the next test. */
    @Override
    public void close() {
        jdbc.sql("DELETE FROM mail WHERE subject = ?").param(subject).update();
    }
}
