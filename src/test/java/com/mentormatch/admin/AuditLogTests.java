package com.mentormatch.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mentormatch.account.AdminAct;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

/** What an admin did stands in the log exactly when it was done, and then stands there. */
@IntegrationTest
class AuditLogTests {

    @Autowired
    Cast cast;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @Autowired
    ApplicationEventPublisher events;

    private Actor admin;

    @BeforeEach
    void somebody() {
        admin = cast.admin();
    }

    @Test
    void isWrittenWithTheAct() {
        transactions.run(() -> events.publishEvent(act("They asked for it.")));
        assertThat(reasons()).containsExactly("They asked for it.");
    }

    @Test
    void isGoneWithTheAct() {
        assertThatThrownBy(() -> transactions.run(() -> {
            events.publishEvent(act("In vain"));
            throw new IllegalStateException("The act failed");
        })).hasMessage("The act failed");
        assertThat(reasons()).isEmpty();
    }

    @Test
    void belongsToTheTransactionOfTheAct() {
        assertThatThrownBy(() -> events.publishEvent(act("Beside it")))
            .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void wantsAReason() {
        assertThatThrownBy(() -> act(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNeitherChangedNorRemoved() {
        transactions.run(() -> events.publishEvent(act("It was right.")));
        assertThatThrownBy(
                () -> jdbc.sql("UPDATE admin_act SET reason = 'Other' WHERE admin_id = ?").param(id()).update())
            .hasStackTraceContaining("only added to");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM admin_act WHERE admin_id = ?").param(id()).update())
            .hasStackTraceContaining("only added to");
        assertThat(reasons()).containsExactly("It was right.");
    }

    private AdminAct act(String reason) {
        return new AdminAct(admin.id(), "looked", "account", admin.id().toString(), reason, clock.instant());
    }

    private byte[] id() {
        return Columns.param(admin.id().value());
    }

    private List<String> reasons() {
        return jdbc.sql("SELECT reason FROM admin_act WHERE admin_id = ?").param(id()).query(String.class).list();
    }
}
