package com.mentormatch.account.security;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions in the database, so that any node serves anybody. Only people who signed in have one. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionStore {

    private static final int BATCH = 500;

    @Bean
    SessionRepository<? extends Session> sessionRepository(JdbcTemplate jdbc, PlatformTransactionManager transactions,
            @Value("${server.servlet.session.timeout:14d}") Duration timeout) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var sessions = new JdbcIndexedSessionRepository(jdbc, own);
        sessions.setDefaultMaxInactiveInterval(timeout);
        sessions.setIndexResolver(SessionStore::owner);
        sessions.setCleanupCron(Scheduled.CRON_DISABLED);
        // Parallel requests that write the same new attribute would fail on its primary key.
        new MySqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        sessions.afterPropertiesSet();
        return new MinuteSessions<>(sessions);
    }

    private static Map<String, String> owner(Session session) {
        var owner = SessionContexts.owner(session.getAttribute(SessionContexts.ATTRIBUTE));
        return owner == null ? Map.of() : Map.of(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, owner);
    }

    /** Expired sessions go a few at a time, on one node: a sweep of all at once would hold up who is signing in. */
    @Bean
    RecurringTask<Void> sweepSessions(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("sweep-sessions", FixedDelay.ofMinutes(10)).execute((instance, context) -> {
            var swept = BATCH;
            while (swept == BATCH) {
                swept = jdbc.sql("DELETE FROM SPRING_SESSION WHERE EXPIRY_TIME < ? LIMIT " + BATCH)
                    .param(clock.millis())
                    .update();
            }
        });
    }
}
