package com.mentormatch.testing;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.task.Task;
import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.account.Standings;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.Slots;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.RequestBooking;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.sandbox.Earners;
import com.mentormatch.sandbox.stripe.StripeStandIn;
import com.mentormatch.sandbox.zoom.ZoomStandIn;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestConfiguration(proxyBeanMethods = false)
@Import(Deeds.class)
class TestBeans {

    @Bean
    @Primary
    TestClock testClock() {
        return TestEnvironment.CLOCK;
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
    static Queries.Listening queries() {
        return new Queries.Listening();
    }

    @Bean
    Cast cast(JdbcClient jdbc, Standings standings) {
        return new Cast(jdbc, standings);
    }

    /** Sends no webhooks by itself: a test hands in {@code deliveries()}, or says where to send them. */
    @Bean(destroyMethod = "")
    StripeStandIn stripe() {
        return TestEnvironment.STRIPE;
    }

    @Bean(destroyMethod = "")
    ZoomStandIn zoom() {
        return TestEnvironment.ZOOM;
    }

    @Bean
    Earners earners(JdbcClient jdbc, StripeStandIn stripe) {
        return new Earners(jdbc, stripe);
    }

    @Bean
    Market market(Cast cast, EditProfile profiles, EditOffers offers, EditAvailability availability, Mentors mentors,
            Slots slots, RequestBooking request, BookingFacts facts, JdbcClient jdbc, Earners earners,
            TestClock clock) {
        return new Market(cast, profiles, offers, availability, mentors, slots, request, facts, jdbc, earners, clock);
    }

    @Bean
    GreenMail mailServer() {
        return TestEnvironment.MAIL;
    }
}
