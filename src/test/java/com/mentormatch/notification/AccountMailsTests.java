package com.mentormatch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.AccountEvent;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class AccountMailsTests {

    @Autowired
    Cast cast;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Transactions transactions;

    @Autowired
    Tasks tasks;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Actor person;

    @BeforeEach
    void person() {
        person = cast.mentee();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void oneTokenOneMailHoweverOftenItIsAnnounced() {
        var token = UUID.randomUUID().toString();
        var event = new AccountEvent.VerificationRequested(person.id(), person.email(), token, clock.instant());
        announce(event);
        announce(event);
        tasks.runDue();
        announce(event);
        announce(new AccountEvent.VerificationRequested(person.id(), person.email(), "another", clock.instant()));
        tasks.runDue();
        assertThat(statuses()).containsExactly("SENT", "SENT");
    }

    @Test
    void aLinkThatHasEndedIsNotSent() {
        announce(new AccountEvent.PasswordResetRequested(person.id(), person.email(), "token", clock.instant()));
        clock.forward(Duration.ofMinutes(61));
        tasks.runDue();
        assertThat(statuses()).containsExactly("DROPPED");
        assertThat(db.sql("SELECT COUNT(*) FROM mail WHERE recipient = ? AND text_part IS NOT NULL")
            .param(person.email())
            .query(Integer.class)
            .single()).isZero();
    }

    @Test
    void aTokenIsNowhereOnceItsMailIsGone() {
        announce(new AccountEvent.PasswordResetRequested(person.id(), person.email(), "very-secret-token",
                clock.instant()));
        tasks.runDue();
        assertThat(
                db.sql("SELECT CONCAT_WS(' ', dedup_key, subject, text_part, html_part) FROM mail WHERE recipient = ?")
                    .param(person.email())
                    .query(String.class)
                    .single())
            .doesNotContain("very-secret-token");
    }

    private void announce(AccountEvent event) {
        transactions.run(() -> events.publishEvent(event));
    }

    private List<String> statuses() {
        return db.sql("SELECT status FROM mail WHERE recipient = ? ORDER BY id")
            .param(person.email())
            .query(String.class)
            .list();
    }
}
