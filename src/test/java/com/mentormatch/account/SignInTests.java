package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.shared.Ids;
import com.mentormatch.testing.Browser;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Effort;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class SignInTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void signsInAndOut() {
        var mentee = cast.mentee();
        var browser = new Browser(mvc);
        assertThat(browser.signIn("  " + mentee.email().toUpperCase() + " ", Cast.PASSWORD)).hasStatus(303)
            .hasHeader("Location", "/home");
        assertThat(browser.get("/account")).hasStatusOk().bodyText().contains(mentee.email());
        assertThat(browser.get("/sign-in")).hasStatus(303).hasHeader("Location", "/home");
        browser.get("/account");
        assertThat(browser.post("/sign-out")).hasStatus(302).hasHeader("Location", "/");
        assertThat(browser.get("/account")).hasStatus(303);
        assertThat(sessions(mentee.id())).isZero();
    }

    @Test
    void saysTheSameToAWrongPasswordAndAnUnknownAddress() throws Exception {
        var mentee = cast.mentee();
        var known = wrong(mentee.email());
        var unknown = wrong(Ids.next() + "@example.com");
        assertThat(known).isEqualTo(unknown).contains("do not belong together");
        assertThat(wrong("not an address")).isEqualTo(unknown);
    }

    /** Or whoever mistypes would be turned away for everybody else who does. */
    @Test
    void whatIsNoAddressIsNobodysTry() throws Exception {
        for (var i = 0; i < 30; i++) {
            assertThat(wrong("not an address")).contains("do not belong together");
        }
    }

    @Test
    void takesAsLongForAnUnknownAddress() throws Exception {
        var mentee = cast.mentee();
        var encoded = jdbc.sql("SELECT password FROM account WHERE id = ?")
            .param(Ids.bytes(mentee.id().value()))
            .query(String.class)
            .single();
        var passwords = new Passwords();
        var real = passwords.encode("some words to remember");
        assertThat(encoded).startsWith("{bcrypt}");
        passwords.matches("warm up the code", null);
        var known = time(() -> passwords.matches("wrong words", real));
        var unknown = time(() -> passwords.matches("wrong words", null));
        assertThat((double) unknown / known).isBetween(0.4, 2.5);
    }

    @Test
    void asHtmxItAnswersWithTheRegionOrAHeader() {
        var mentee = cast.mentee();
        var browser = new Browser(mvc);
        browser.get("/sign-in");
        browser.htmx("http://localhost/sign-in");
        assertThat(browser.post("/sign-in", "email", mentee.email(), "password", "wrong words")).hasStatus(422)
            .bodyText()
            .contains("id=\"sign-in\"", "form-errors")
            .doesNotContain("<html", "wrong words");
        assertThat(browser.post("/sign-in", "email", mentee.email(), "password", Cast.PASSWORD, "back", "/bookings"))
            .hasStatus(204)
            .hasHeader("HX-Redirect", "/bookings");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        assertThat(new Browser(mvc).post("/sign-in", "email", "a@example.com", "password", "b")).hasStatus(403);
    }

    @Test
    void aSessionSomebodyPlantedIsWorthNothing() {
        var mentee = cast.mentee();
        var victim = new Browser(mvc);
        victim.signIn(mentee.email(), Cast.PASSWORD);
        var before = victim.cookie("session");
        victim.get("/account");
        victim.post("/account/password", "current", Cast.PASSWORD, "password", "a new set of words");
        assertThat(victim.cookie("session")).isNotEqualTo(before);
        assertThat(new Browser(mvc).cookie("session", before).get("/account")).hasStatus(303);
        var planted = new Browser(mvc).cookie("session", "bm9uc2Vuc2U").cookie("form", "known");
        planted.signIn(cast.mentee().email(), Cast.PASSWORD);
        assertThat(planted.cookie("session")).isNotEqualTo("bm9uc2Vuc2U");
        assertThat(planted.cookie("form")).isNotEqualTo("known");
    }

    @Test
    void guessingOneAccountEndsAndTheOwnerStillGetsIn() {
        var mentee = cast.mentee();
        var guesser = new Browser(mvc).from("203.0.113.5");
        for (var i = 0; i < 10; i++) {
            assertThat(guesser.signIn(mentee.email(), "guess number " + i)).hasStatus(422);
        }
        assertThat(guesser.post("/sign-in", "email", mentee.email(), "password", "the right one?", "back", "/bookings"))
            .hasStatus(429)
            .bodyText()
            .contains("<html", "Try again in three minutes", "value=\"" + mentee.email() + "\"", "value=\"/bookings\"")
            .doesNotContain("the right one?");
        assertThat(guesser.signIn(mentee.email(), Cast.PASSWORD)).as("twice").hasStatus(429);
        assertThat(new Browser(mvc).from("198.51.100.7").signIn(mentee.email(), Cast.PASSWORD)).hasStatus(303);
        clock.forward(Duration.ofMinutes(3));
        assertThat(guesser.signIn(mentee.email(), Cast.PASSWORD)).as("when it said").hasStatus(303);
    }

    @Test
    void whoIsLimitedGetsTheFormInPlace() {
        var mentee = cast.mentee();
        var guesser = new Browser(mvc).from("203.0.113.9");
        guesser.get("/sign-in");
        guesser.htmx("http://localhost/sign-in").header("HX-Target", "sign-in");
        for (var i = 0; i < 10; i++) {
            assertThat(guesser.post("/sign-in", "email", mentee.email(), "password", "guess " + i)).hasStatus(422)
                .doesNotContainHeader("HX-Retarget");
        }
        assertThat(guesser.post("/sign-in", "email", mentee.email(), "password", "one more")).hasStatus(429)
            .hasHeader("HX-Retarget", "#sign-in")
            .hasHeader("HX-Reswap", "outerHTML")
            .bodyText()
            .contains("Try again in three minutes", "value=\"" + mentee.email() + "\"")
            .doesNotContain("<html", "one more");
    }

    @Test
    void whatWasKeptOverSigningInOutlivesTheLimit() {
        var mentee = cast.mentee();
        var guesser = new Browser(mvc).from("203.0.113.10");
        guesser.get("/sign-in");
        for (var i = 0; i < 11; i++) {
            guesser.post("/sign-in", "email", mentee.email(), "password", "guess " + i);
        }
        assertThat(guesser.post("/sign-in", "email", mentee.email(), "password", Cast.PASSWORD, "keptPath", "/bookings",
                "kept.topic", "Where to begin"))
            .hasStatus(429)
            .bodyText()
            .contains("value=\"/bookings\"", "Where to begin");
    }

    @Test
    void guessingManyAccountsFromOnePlaceEnds() {
        var guesser = new Browser(mvc).from("203.0.113.6");
        for (var i = 0; i < 70; i++) {
            guesser.signIn(i + "@example.com", "same words for all");
        }
        assertThat(guesser.signIn("71@example.com", "same words for all")).hasStatus(429);
        assertThat(new Browser(mvc).from("203.0.113.7").signIn("71@example.com", "same words")).hasStatus(422);
    }

    @Test
    void signingInRightNeverCounts() {
        var mentee = cast.mentee();
        for (var i = 0; i < 15; i++) {
            assertThat(new Browser(mvc).from("203.0.113.8").signIn(mentee.email(), Cast.PASSWORD)).hasStatus(303);
        }
    }

    @Test
    void aHouseholdOfIpv6IsOnePlace() {
        assertThat(Limits.network("2001:db8:1:2:3::4")).isEqualTo(Limits.network("2001:db8:1:2:ffff::1"))
            .isNotEqualTo(Limits.network("2001:db8:1:3::4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "http:evil.example", "/\\evil.example",
            "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "///evil.example", "////evil.example",
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "evil.example", "@evil.example",
            "/@evil.example/..//evil.example", "/..//evil.example", "/.//evil.example", "https:/evil.example",
            "https:evil.example", "\u0000/evil.example", " //evil.example", "/ /evil.example", "%2F%2Fevil.example",
            "//evil.example/%2f..", "/\u00A0/evil.example", "http://localhost@evil.example", "?x=//evil.example",
            "#//evil.example", "", "/\r\nLocation: https://evil.example", "/%5cevil.example\\", "ftp://evil.example"})
    void neverLeadsAway(String spelling) {
        var browser = new Browser(mvc);
        browser.get("/sign-in");
        assertThat(
                browser.post("/sign-in", "email", cast.mentee().email(), "password", Cast.PASSWORD, "back", spelling))
            .hasStatus(303)
            .hasHeader("Location", "/home");
    }

    private String wrong(String email) throws Exception {
        var browser = new Browser(mvc);
        var answer = browser.signIn(email, "entirely wrong");
        assertThat(answer).hasStatus(422);
        return answer.getResponse().getContentAsString().replace(email, "").replaceAll("value=\"[^\"]*\"", "");
    }

    private long sessions(AccountId id) {
        return jdbc.sql("SELECT COUNT(*) FROM SPRING_SESSION WHERE PRINCIPAL_NAME = ?")
            .param(id.toString())
            .query(Long.class)
            .single();
    }

    private static long time(Callable<?> work) throws Exception {
        var start = Effort.ofThisThread();
        for (var i = 0; i < 3; i++) {
            work.call();
        }
        return Effort.ofThisThread().minus(start).toNanos();
    }
}
