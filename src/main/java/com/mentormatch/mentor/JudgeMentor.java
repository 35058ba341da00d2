package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.AdminAct;
import com.mentormatch.account.AdminRefusal;
import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What admins decide about a mentor, never about themselves: that we vouch for who it is, and that sessions may be longer
 * than three hours. Doing it twice changes nothing and is recorded once.
 */
@Component
public class JudgeMentor {

    private final JdbcClient jdbc;
    private final SearchIndex index;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    JudgeMentor(JdbcClient jdbc, SearchIndex index, Transactions transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.index = index;
        this.transactions = transactions;
        this.events = events;
    }

    public Optional<AdminRefusal> verify(SignedIn admin, AccountId mentor, boolean verified, String reason,
            Instant now) {
        return decide(admin, mentor, verified ? "mentor-verified" : "mentor-unverified", reason, now,
                () -> jdbc.sql("""
                        UPDATE mentor SET verified_at = :since
                        WHERE account_id = :mentor AND (verified_at IS NOT NULL) <> :verified""")
                    .param("since", verified ? Columns.param(now) : null)
                    .param("mentor", Columns.param(mentor.value()))
                    .param("verified", verified)
                    .update() == 1);
    }

    /** Where it is taken back, longer offers are no longer to be had; what is booked stays. */
    public Optional<AdminRefusal> allowLongSessions(SignedIn admin, AccountId mentor, boolean allowed, String reason,
            Instant now) {
        return decide(admin, mentor, allowed ? "long-sessions-allowed" : "long-sessions-ended", reason, now, () -> {
            var news = jdbc.sql("UPDATE mentor SET long_sessions = ? WHERE account_id = ? AND long_sessions <> ?")
                .params(allowed, Columns.param(mentor.value()), allowed)
                .update() == 1;
            if (news && !allowed) {
                jdbc.sql("""
                        UPDATE offer SET published = FALSE, version = version + 1
                        WHERE mentor_id = ? AND published AND minutes > ?""")
                    .params(Columns.param(mentor.value()), OfferDraft.USUAL_LENGTHS.getLast())
                    .update();
            }
            return news;
        });
    }

    private interface Change {

        boolean news();
    }

    private Optional<AdminRefusal> decide(SignedIn admin, AccountId mentor, String act, String reason, Instant now,
            Change change) {
        if (admin.is(mentor)) {
            return Optional.of(AdminRefusal.OWN_ACCOUNT);
        }
        transactions.run(() -> {
            if (change.news()) {
                index.list(mentor);
                events.publishEvent(new AdminAct(admin.id(), act, "account", mentor.toString(), reason, now));
            }
        });
        return Optional.empty();
    }
}
