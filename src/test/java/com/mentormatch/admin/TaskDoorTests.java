package com.mentormatch.admin;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.payment.Scene;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Deeds;
import com.mentormatch.testing.Failures;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Durable work that failed, run again or given up by an admin. */
@IntegrationTest
class TaskDoorTests {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    Market market;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Deeds deeds;
    @Autowired
    Tasks tasks;
    @Autowired
    TestClock clock;

    private final String instance = Ids.next().toString();
    private Actor admin;

    @BeforeEach
    void failed() {
        admin = cast.admin();
        failures().task("end-bookings", instance, clock.instant());
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void whatFailedIsListedAndNeedsSomebody() {
        assertThat(mvc.get().uri("/admin/tasks").with(admin.login())).hasStatusOk()
            .bodyText()
            .contains("end-bookings", instance, "Failed 7 times in a row");
        jdbc.sql("UPDATE scheduled_tasks SET last_failure = ? WHERE task_instance = ?")
            .params(Columns.param(clock.instant().minus(Duration.ofDays(30))), instance)
            .update();
        assertThat(mvc.get().uri("/admin").with(admin.login())).hasStatusOk()
            .bodyText()
            .contains("The task end-bookings has failed 7 times", "/admin/tasks");
    }

    @Test
    void whatIsLongOverdueNeedsSomebodyToo() {
        jdbc.sql("UPDATE scheduled_tasks SET consecutive_failures = 0, execution_time = ? WHERE task_instance = ?")
            .params(Columns.param(clock.instant().minusSeconds(3600)), instance)
            .update();
        assertThat(mvc.get().uri("/admin").with(admin.login())).bodyText().contains("is a node working?");
    }

    @Test
    void oneIsRunNow() {
        assertThat(act("run", "The bank is back")).hasStatus(303).hasHeader("Location", "/admin/tasks");
        assertThat(due()).isBeforeOrEqualTo(clock.instant());
        assertThat(acts()).containsExactly("task-run: The bank is back");
    }

    @Test
    void oneIsGivenUpAndIsThenNoMore() {
        assertThat(act("removal", "Done by hand").header("HX-Request", "true")).hasStatus(204)
            .hasHeader("HX-Redirect", "/admin/tasks");
        assertThat(act("removal", "Done by hand")).hasStatus(404);
        assertThat(act("run", "Done by hand")).hasStatus(404);
        assertThat(acts()).containsExactly("task-dropped: Done by hand");
    }

    @Test
    void whatRunsIsLeftAlone() {
        jdbc.sql("UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'node' WHERE task_instance = ?")
            .param(instance)
            .update();
        assertThat(act("run", "Faster")).hasStatus(409).bodyText().contains("running or done by now");
        assertThat(act("removal", "Stop it")).hasStatus(409);
        assertThat(acts()).isEmpty();
    }

    @Test
    void whatItIsAboutIsALinkAway() {
        var booking = market.book(cast.mentee(), market.offer(market.mentor(), 0, Confirmation.INSTANT));
        var task = failures().task("session-reminder", "DAY/1767225600/" + booking, clock.instant());
        assertThat(mvc.get().uri("/admin/tasks").with(admin.login())).hasStatusOk()
            .bodyText()
            .contains("/admin/bookings/" + booking, "/admin/accounts/" + instance, "/admin/outbox",
                    "/admin/tasks/" + task + "/run");
        assertThat(act(task, "removal", "Told by phone")).hasStatus(303);
        assertThat(act(task, "removal", "Told by phone")).hasStatus(404);
    }

    @Test
    void nobodyDecidesAboutATaskForASessionOfTheirOwn() {
        var own = market.book(admin, market.offer(market.mentor(), 0, Confirmation.INSTANT));
        var task = failures().task("booking-deadline", own + "/" + clock.instant(), clock.instant());
        for (var act : List.of("run", "removal")) {
            assertThat(act(task, act, "For me")).hasStatus(403).bodyText().contains("a booking of their own");
        }
        admin = cast.admin();
        assertThat(act(task, "run", "For them")).hasStatus(303);
    }

    /** Its name may tell a mail, a refund or an account instead of the booking. */
    @Test
    void whateverATaskIsNamedAfter(@Autowired ConfigurableApplicationContext context) {
        var scene = context.getAutowireCapableBeanFactory().createBean(Scene.class);
        var shop = scene.shop();
        var seen = new TreeSet<String>();
        var asked = new Scene.Booked(market.book(admin.viewer(), shop.request(), scene.slot(4)), admin, shop,
                scene.slot(4));
        scene.paid(asked);
        noneIsTheirs(seen);
        tasks.runDue();
        scene.accept(asked);
        noneIsTheirs(seen);
        deeds.cancel(admin, asked.id(), 4500);
        noneIsTheirs(seen);
        var own = new Scene.Booked(market.book(admin.viewer(), shop.instant(), scene.slot(5)), admin, shop,
                scene.slot(5));
        scene.paid(own);
        tasks.runDue();
        noneIsTheirs(seen);
        clock.moveTo(own.start().plus(Duration.ofHours(2)));
        tasks.runDue();
        noneIsTheirs(seen);
        var judge = cast.admin();
        deeds.dispute(admin, own.id());
        deeds.answer(shop.mentor(), own.id());
        deeds.rule(judge, own.id(), 1000);
        noneIsTheirs(seen);
        tasks.runDue();
        deeds.appeal(admin, own.id());
        deeds.answer(shop.mentor(), own.id());
        deeds.rule(judge, own.id(), 2000);
        noneIsTheirs(seen);
        assertThat(seen).contains("booking-deadline", "confirm-reminder", "payment-capture", "payment-notice",
                "payment-refund", "payment-reversal", "payment-transfer", "send-mail", "session-reminder");
        var other = failures().task("end-bookings", shop.mentor().id().toString(), clock.instant());
        market.book(admin, shop.request());
        assertThat(act(other, "removal", "So that mine stays")).hasStatus(403);
        admin = judge;
        assertThat(act(other, "removal", "Let them stay")).hasStatus(303);
    }

    /** Each task there is now, but for the one of every test here, is about a session of this admin's own. */
    private void noneIsTheirs(Set<String> seen) {
        jdbc.sql("SELECT task_name, task_instance FROM scheduled_tasks WHERE task_instance <> ?")
            .param(instance)
            .query((row, _) -> row.getString("task_name") + "~" + row.getString("task_instance").replace('/', '~'))
            .list()
            .forEach(task -> {
                assertThat(act(task, "run", "For me")).as(task).hasStatus(403);
                seen.add(task.replaceAll("~.*", ""));
            });
    }

    @Test
    void theReasonIsAskedForAndWhatWasTypedIsKept() {
        var said = "because ".repeat(80).strip();
        assertThat(act("run", said)).hasStatus(422).bodyText().contains("Say why", said);
        assertThat(act("removal", " ").header("HX-Request", "true")).hasStatus(422)
            .bodyText()
            .startsWith("<div id=\"tasks\"");
        assertThat(acts()).isEmpty();
    }

    private Failures failures() {
        return new Failures(jdbc);
    }

    private MockMvcRequestBuilder act(String act, String reason) {
        return act("end-bookings~" + instance, act, reason);
    }

    private MockMvcRequestBuilder act(String task, String act, String reason) {
        return mvc.post()
            .uri("/admin/tasks/" + task + "/" + act)
            .param("reason", reason)
            .with(formKey())
            .with(admin.login());
    }

    private Instant due() {
        return jdbc.sql("SELECT execution_time FROM scheduled_tasks WHERE task_instance = ?")
            .param(instance)
            .query((row, _) -> Columns.instant(row, "execution_time"))
            .single();
    }

    private List<String> acts() {
        return jdbc.sql("SELECT CONCAT(act, ': ', reason) FROM admin_act WHERE subject = ?")
            .param("end-bookings~" + instance)
            .query(String.class)
            .list();
    }
}
