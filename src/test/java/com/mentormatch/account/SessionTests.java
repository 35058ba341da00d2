package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.shared.Ids;
import com.mentormatch.testing.Browser;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class SessionTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tasks tasks;

    @Test
    void visitorsHaveNone() {
        var browser = new Browser(mvc);
        for (var page : new String[]{"/sign-in", "/sign-up", "/password/forgot", "/zone", "/verify?token=x",
                "/password/reset?token=x", "/account", "/mentors/nobody", "/nothing/here"}) {
            browser.get(page);
        }
        browser.post("/sign-in", "email", "a@example.com", "password", "wrong");
        browser.post("/account", "name", "x");
        assertThat(browser.cookie("session")).isNull();
        assertThat(browser.cookie("form")).isNotNull();
    }

    @Test
    void holdOneShortLine() {
        var mentee = cast.mentee();
        new Browser(mvc).signIn(mentee.email(), Cast.PASSWORD);
        var sizes = jdbc.sql("""
                SELECT LENGTH(a.ATTRIBUTE_BYTES) FROM SPRING_SESSION_ATTRIBUTES a
                JOIN SPRING_SESSION s ON s.PRIMARY_ID = a.SESSION_PRIMARY_ID WHERE s.PRINCIPAL_NAME = ?
                """).param(mentee.id().toString()).query(Integer.class).list();
        assertThat(sizes).singleElement().satisfies(size -> assertThat(size).isLessThan(100));
    }

    @Test
    void rememberTheMinuteOnly() {
        var mentee = cast.mentee();
        var browser = new Browser(mvc);
        browser.signIn(mentee.email(), Cast.PASSWORD);
        var hourAgo = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
        jdbc.sql("UPDATE SPRING_SESSION SET LAST_ACCESS_TIME = ? WHERE PRINCIPAL_NAME = ?")
            .params(hourAgo, mentee.id().toString())
            .update();
        browser.get("/account");
        var minute = lastAccess(mentee.id());
        assertThat(minute).isGreaterThan(hourAgo);
        assertThat(minute % 60_000).isZero();
    }

    @Test
    void endElsewhereWhenThePasswordChanges() {
        var mentee = cast.mentee();
        var here = new Browser(mvc);
        var elsewhere = new Browser(mvc);
        here.signIn(mentee.email(), Cast.PASSWORD);
        elsewhere.signIn(mentee.email(), Cast.PASSWORD);
        here.get("/account");
        assertThat(here.post("/account/password", "current", Cast.PASSWORD, "password", "a new set of words"))
            .hasStatus(303)
            .hasHeader("Location", "/account");
        assertThat(here.get("/account")).hasStatusOk().bodyText().contains("Your password is changed");
        assertThat(elsewhere.get("/account")).hasStatus(303)
            .hasHeader("Location", "/sign-in?return=%2Faccount&ended=seen");
        assertThat(new Browser(mvc).signIn(mentee.email(), Cast.PASSWORD)).hasStatus(422);
        assertThat(new Browser(mvc).signIn(mentee.email(), "a new set of words")).hasStatus(303);
    }

    @Test
    void followTheRoleAtOnce() {
        var member = cast.mentee();
        var browser = new Browser(mvc);
        browser.signIn(member.email(), Cast.PASSWORD);
        assertThat(browser.get("/admin/anything")).hasStatus(403);
        jdbc.sql("UPDATE account SET role = 'ADMIN' WHERE id = ?").param(Ids.bytes(member.id().value())).update();
        assertThat(browser.get("/admin/anything")).hasStatus(404);
    }

    @Test
    void ofAnOlderStampAreOver() {
        var mentee = cast.mentee();
        var browser = new Browser(mvc);
        browser.signIn(mentee.email(), Cast.PASSWORD);
        jdbc.sql("UPDATE account SET security_stamp = ? WHERE id = ?")
            .params(Ids.bytes(Ids.next()), Ids.bytes(mentee.id().value()))
            .update();
        assertThat(browser.get("/account")).hasStatus(303);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM SPRING_SESSION WHERE PRINCIPAL_NAME = ?")
            .param(mentee.id().toString())
            .query(Long.class)
            .single()).isZero();
    }

    @Test
    void thatEndedOnAFormLeadBackToItsPage() {
        var mentee = cast.mentee();
        var browser = new Browser(mvc);
        browser.signIn(mentee.email(), Cast.PASSWORD);
        browser.get("/account");
        browser.forget("session");
        browser.header("Referer", "http://localhost/bookings/new?offer=1");
        assertThat(browser.post("/account", "name", "x")).hasStatus(303)
            .hasHeader("Location", "/sign-in?return=%2Fbookings%2Fnew%3Foffer%3D1&ended=unsent");
        assertThat(browser.get("/sign-in?return=%2Fbookings&ended=unsent")).bodyText().contains("was not saved");
    }

    @Test
    void whatHtmxAskedForLeadsBackToThePageAroundIt() {
        var visitor = new Browser(mvc).htmx("https://evil.example/bookings/1?tab=money");
        assertThat(visitor.get("/bookings/1/payment")).hasStatus(401)
            .hasHeader("HX-Redirect", "/sign-in?return=%2Fbookings%2F1%3Ftab%3Dmoney");
        visitor.header("HX-Current-URL", "https://evil.example//evil.example");
        assertThat(visitor.get("/bookings/1/payment")).hasStatus(401)
            .hasHeader("HX-Redirect", "/sign-in?return=%2Fhome");
        visitor.header("HX-Current-URL", "javascript:alert(1)");
        assertThat(visitor.get("/bookings/1/payment")).hasStatus(401)
            .hasHeader("HX-Redirect", "/sign-in?return=%2Fhome");
    }

    @Test
    void aProgramIsToldWithoutALeadingPage() {
        assertThat(mvc.get().uri("/account").accept("application/json")).hasStatus(401);
    }

    @Test
    void expiredOnesAreSweptAway() {
        var mentee = cast.mentee();
        new Browser(mvc).signIn(mentee.email(), Cast.PASSWORD);
        jdbc.sql("UPDATE SPRING_SESSION SET EXPIRY_TIME = 1 WHERE PRINCIPAL_NAME = ?")
            .param(mentee.id().toString())
            .update();
        jdbc.sql("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES ('sweep-sessions', 'recurring', '2020-01-01', FALSE, 1)
                """).update();
        tasks.runDue();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM SPRING_SESSION WHERE PRINCIPAL_NAME = ?")
            .param(mentee.id().toString())
            .query(Long.class)
            .single()).isZero();
    }

    private long lastAccess(AccountId id) {
        return jdbc.sql("SELECT LAST_ACCESS_TIME FROM SPRING_SESSION WHERE PRINCIPAL_NAME = ?")
            .param(id.toString())
            .query(Long.class)
            .single();
    }
}
