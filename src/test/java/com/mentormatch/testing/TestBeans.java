package com.mentormatch.testing;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.account.Standings;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestConfiguration(proxyBeanMethods = false)
class TestBeans {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /** Nothing runs behind a test's back: durable work waits for {@link Tasks#runDue()}. */
    @Bean
    DbSchedulerStarter noBackgroundWork() {
        return () -> {};
    }

    @Bean
    Tasks tasks(DataSource database, List<Task<?>> tasks, TestClock clock) {
        return new Tasks(database, tasks, clock);
    }

    @Bean
    Cast cast(JdbcClient jdbc, Standings standings) {
        return new Cast(jdbc, standings);
    }

    @Bean
    GreenMail mailServer() {
        return TestEnvironment.MAIL;
    }
}
