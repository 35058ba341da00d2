package com.mentormatch.admin;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Failures;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

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
    TestClock clock;

    private final String instance = Ids.next().toString();
    private Actor admin;

    @BeforeEach
    void failed() {
        admin = cast.admin();
        failures().task("end-bookings", instance, clock.instant());
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
