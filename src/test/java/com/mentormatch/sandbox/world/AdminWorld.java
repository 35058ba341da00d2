package com.mentormatch.sandbox.world;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.account.SuspendAccount;
import com.mentormatch.mentor.JudgeMentor;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something for admin@example.com to look into, and what admins did before. */
class AdminWorld {

    private final JudgeMentor judge;
    private final SuspendAccount suspend;
    private final JdbcClient jdbc;
    private final Clock clock;

    AdminWorld(JudgeMentor judge, SuspendAccount suspend, JdbcClient jdbc, Clock clock) {
        this.judge = judge;
        this.suspend = suspend;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void fill(Map<String, AccountId> accounts) {
        var admin = new SignedIn(accounts.get(World.ADMIN), true);
        var now = clock.instant();
        judge.verify(admin, accounts.get(World.MENTOR), true, "Met in person, passport seen.", now);
        accounts.entrySet()
            .stream()
            .filter(account -> !account.getKey().equals(World.MENTOR))
            .sorted(Map.Entry.comparingByKey())
            .limit(6)
            .forEach(account -> judge.verify(admin, account.getValue(), true, "Confirmed by their university.", now));
        judge.allowLongSessions(admin, accounts.get(World.MENTOR), true, "Runs workshops of a day.", now);
        suspend.suspend(admin,
                accounts
                    .get(accounts.keySet().stream().filter(email -> email.startsWith("zs")).findFirst().orElseThrow()),
                "Wrote to three mentors under other names.", now.minus(Duration.ofMinutes(5)));
        jdbc.sql("""
                INSERT INTO mail (id, dedup_key, kind, recipient, recipient_name, subject, text_part, status, staged_at,
                                  tries, done_at, failure)
                VALUES (?, ?, 'CONFIRMED', 'ingrid@exmaple.com', 'Ingrid Solberg', 'Confirmed: One hour with a mentor',
                        'You are meeting.', 'FAILED', ?, 1, ?, '550 5.1.2 exmaple.com: no such domain')""")
            .params(Columns.param(Ids.next()), "sandbox-failed", Columns.param(now.minus(Duration.ofHours(7))),
                    Columns.param(now.minus(Duration.ofHours(7))))
            .update();
    }
}
