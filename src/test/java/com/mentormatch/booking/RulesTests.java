package com.mentormatch.booking;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.shared.Columns;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What admins set about bookings, and what it changes. */
@IntegrationTest
class RulesTests {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    Market market;
    @Autowired
    CurrentRules rules;
    @Autowired
    BookingFacts facts;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;
    @Autowired
    DataSource database;
    @Autowired
    TransactionTemplate transactions;

    private BookingRules before;
    private Actor admin;

    @BeforeEach
    void asTheyAre() {
        before = rules.now();
        admin = cast.admin();
    }

    /** Other tests count on them. */
    @AfterEach
    void asTheyWere() {
        rules.change(cast.admin().viewer(), before, rules.latest().version(), "As it was", clock.instant());
    }

    @Test
    void aBookingKeepsWhatItWasBookedWith() {
        var offer = market.offer(market.mentor(), 4500, Confirmation.INSTANT);
        var old = market.book(cast.mentee(), offer);
        assertThat(save(12, 48, 5, 3, "Costs")).hasStatus(303).hasHeader("Location", "/admin/settings");
        var young = market.book(cast.mentee().viewer(), offer, market.starts(offer).get(8));
        assertThat(fee(old)).isEqualTo(before.feePercent());
        assertThat(fee(young)).isEqualTo(12);
        assertThat(acts()).containsExactly("fee " + before.feePercent() + " to 12: Costs");
    }

    /** All connections are taken, and one who has none asks first: it would wait for one who waits for it. */
    @Test
    void whoeverHoldsAConnectionWaitsForNobodyWhoHasNone() throws Exception {
        var pool = database.unwrap(HikariDataSource.class);
        rules.change(admin.viewer(), before, rules.latest().version(), "Read anew", clock.instant());
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = new ArrayList<Connection>();
            try {
                transactions.executeWithoutResult(_ -> {
                    jdbc.sql("SELECT 1").query(Integer.class).single();
                    take(pool, taken);
                    var waiting = other.submit(rules::now);
                    while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0) {
                        Thread.onSpinWait();
                    }
                    assertThat(rules.now()).isEqualTo(before);
                    assertThat(waiting).as("the one without a connection").isNotDone();
                });
            } finally {
                for (var connection : taken) {
                    connection.close();
                }
            }
        }
    }

    private static void take(HikariDataSource pool, List<Connection> taken) {
        try {
            while (taken.size() < pool.getMaximumPoolSize() - 1) {
                taken.add(pool.getConnection());
            }
        } catch (SQLException shorter) {
            throw new IllegalStateException(shorter);
        }
    }

    @Test
    void aRequestIsAnsweredWithinWhatTheRulesSaid() {
        var offer = market.offer(market.mentor(), 0, Confirmation.REQUEST);
        save(before.feePercent(), 6, 5, 3, "Faster").exchange();
        var mentee = cast.mentee();
        var id = market.book(mentee.viewer(), offer, market.starts(offer).get(40));
        assertThat(facts.of(id, clock.instant()).orElseThrow().deadline()).isBetween(
                clock.instant().plus(Duration.ofHours(6)).minusSeconds(60), clock.instant().plus(Duration.ofHours(6)));
        assertThat(mvc.get()
            .uri("/bookings/new?offer={offer}&start={start}", offer.id(), market.starts(offer).get(60))
            .with(cast.mentee().login())).hasStatusOk();
    }

    @Test
    void limitsHoldAtOnce() {
        var offer = market.offer(market.mentor(), 4500, Confirmation.INSTANT);
        save(before.feePercent(), 48, 5, 1, "Too many holds").exchange();
        var mentee = cast.mentee();
        market.book(mentee.viewer(), offer, market.starts(offer).get(0));
        assertThat(market.request(mentee.viewer(), offer, market.starts(offer).get(9)))
            .isEqualTo(new RequestBooking.Refused(Refusal.TOO_MANY_UNPAID));
    }

    @Test
    void howOftenTheFormMayBeSentCountsAtOnceToo() {
        var offer = market.offer(market.mentor(), 0, Confirmation.INSTANT);
        var mentee = cast.mentee();
        var starts = market.starts(offer);
        market.book(mentee.viewer(), offer, starts.get(0));
        rules.change(admin.viewer(), new BookingRules(before.feePercent(), before.answerHours(), before.maxUndecided(),
                before.maxUnpaid(), 1), rules.latest().version(), "Too often", clock.instant());
        market.book(mentee.viewer(), offer, starts.get(8));
        assertThat(market.request(mentee.viewer(), offer, starts.get(16)))
            .isEqualTo(new RequestBooking.Refused(Refusal.TOO_MANY_BOOKINGS));
    }

    @Test
    void whatCannotBeIsCorrectedAndKept() {
        assertThat(save(91, 2, 0, 51, "Wild")).hasStatus(422)
            .bodyText()
            .contains("from 0 to 90", "from 3 to 168", "from 1 to 50", "value=\"91\"", "Wild");
        assertThat(save(11, 48, 5, 3, " ").header("HX-Request", "true")).hasStatus(422)
            .bodyText()
            .startsWith("<div id=\"settings\"")
            .contains("Say why");
        assertThat(rules.latest().rules()).isEqualTo(before);
        assertThat(acts()).isEmpty();
    }

    @Test
    void whoDecidedOnOldOnesIsTold() {
        var seen = rules.latest().version();
        save(13, 48, 5, 3, "First").exchange();
        assertThat(save(14, 48, 5, 3, "Second", seen)).hasStatus(409)
            .bodyText()
            .contains("Another admin has changed the settings", "value=\"14\"", "Second");
        assertThat(rules.now().feePercent()).isEqualTo(13);
        assertThat(save(13, 48, 5, 3, "The same", seen)).hasStatus(303);
        assertThat(acts()).hasSize(1);
    }

    @Test
    void aCorrectionDoesNotMakeAnOldPageNew() {
        var seen = rules.latest().version();
        save(13, 48, 5, 3, "First").exchange();
        assertThat(save(91, 48, 5, 3, "Second", seen)).hasStatus(422)
            .bodyText()
            .contains("name=\"seen\" value=\"" + seen + "\"");
        assertThat(save(14, 48, 5, 3, "Second", seen)).hasStatus(409)
            .bodyText()
            .contains("First", "name=\"seen\" value=\"" + rules.latest().version() + "\"");
        assertThat(save(14, 48, 5, 3, "All the same")).hasStatus(303);
        assertThat(rules.now().feePercent()).isEqualTo(14);
    }

    @Test
    void ofManyAtOnceOneDoes() throws Exception {
        var seen = rules.latest().version();
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Boolean>> wishes = IntStream.range(0, 6)
                .<Callable<Boolean>>mapToObj(i -> () -> rules.change(admin.viewer(),
                        new BookingRules(20 + i, 48, 5, 3, 30), seen, "Mine", clock.instant()))
                .toList();
            var done = 0;
            for (var outcome : threads.invokeAll(wishes)) {
                done += outcome.get() ? 1 : 0;
            }
            assertThat(done).isOne();
        }
        assertThat(acts()).hasSize(1);
    }

    @Test
    void thePageTellsWhoChangedWhat() {
        save(15, 48, 5, 3, "A better bank").exchange();
        assertThat(mvc.get().uri("/admin/settings").with(admin.login())).hasStatusOk()
            .bodyText()
            .contains("fee " + before.feePercent() + " to 15", "Ada Admin", "A better bank", "value=\"15\"");
    }

    private MockMvcRequestBuilder save(int fee, int hours, int undecided, int unpaid, String reason) {
        return save(fee, hours, undecided, unpaid, reason, rules.latest().version());
    }

    private MockMvcRequestBuilder save(int fee, int hours, int undecided, int unpaid, String reason, int seen) {
        var request = mvc.post()
            .uri("/admin/settings")
            .param("feePercent", String.valueOf(fee))
            .param("answerHours", String.valueOf(hours))
            .param("maxUndecided", String.valueOf(undecided))
            .param("maxUnpaid", String.valueOf(unpaid))
            .param("triesAnHour", String.valueOf(before.triesAnHour()))
            .param("seen", String.valueOf(seen))
            .param("reason", reason)
            .with(formKey())
            .with(admin.login());
        return request;
    }

    private int fee(BookingId id) {
        return jdbc.sql("SELECT fee_percent FROM booking WHERE id = ?")
            .param(Columns.param(id.value()))
            .query(Integer.class)
            .single();
    }

    private List<String> acts() {
        return jdbc.sql("SELECT CONCAT(subject, ': ', reason) FROM admin_act WHERE admin_id = ?")
            .param(Columns.param(admin.id().value()))
            .query(String.class)
            .list();
    }
}
