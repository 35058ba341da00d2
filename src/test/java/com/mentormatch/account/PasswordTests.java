package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.shared.Ids;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Browser;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
@RecordApplicationEvents
class PasswordTests {

    private static final String NEW = "a new set of words";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aLinkByMailLetsOneChooseANewOne() {
        var mentee = cast.mentee();
        var elsewhere = new Browser(mvc);
        elsewhere.signIn(mentee.email(), Cast.PASSWORD);
        var browser = forgot(mentee.email());
        var token = token();
        assertThat(browser.get("/password/reset?token=" + token)).hasStatusOk()
            .bodyText()
            .contains("Choose a new password");
        assertThat(browser.post("/password/reset", "token", token, "password", "short")).hasStatus(422)
            .bodyText()
            .contains("at least 10 characters", token);
        assertThat(browser.post("/password/reset", "token", token, "password", NEW)).hasStatus(303)
            .hasHeader("Location", "/home");
        assertThat(browser.get("/account")).as("signed in at once").hasStatusOk();
        assertThat(elsewhere.get("/account")).hasStatus(303);
        assertThat(new Browser(mvc).signIn(mentee.email(), Cast.PASSWORD)).hasStatus(422);
        assertThat(new Browser(mvc).signIn(mentee.email(), NEW)).hasStatus(303);
        assertThat(events.stream(AccountEvent.PasswordChanged.class)).hasSize(1);

        var later = new Browser(mvc);
        later.get("/password/forgot");
        assertThat(later.post("/password/reset", "token", token, "password", "yet another set")).hasStatus(404);
        assertThat(later.get("/password/reset?token=" + token)).hasStatus(404).bodyText().contains("Send a new link");
    }

    @Test
    void theLinkEndsAfterAnHourOrWithANewerOne() {
        var mentee = cast.mentee();
        var browser = forgot(mentee.email());
        var first = token();
        browser.post("/password/forgot", "email", mentee.email());
        assertThat(browser.get("/password/reset?token=" + first)).hasStatus(404);
        assertThat(browser.get("/password/reset?token=" + token())).hasStatusOk();
        clock.forward(Duration.ofHours(1));
        assertThat(browser.get("/password/reset?token=" + token())).hasStatus(404);
    }

    @Test
    void aVerificationLinkResetsNothing() {
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        browser.post("/sign-up", "name", "Jo", "email", Ids.next() + "@example.com", "password", NEW);
        var token = events.stream(AccountEvent.VerificationRequested.class).findFirst().orElseThrow().token();
        assertThat(browser.get("/password/reset?token=" + token)).hasStatus(404);
        assertThat(browser.post("/password/reset", "token", token, "password", "yet another set")).hasStatus(404);
    }

    @Test
    void anUnknownAddressGetsTheSameAnswerInTheSameTime() throws Exception {
        var mentee = cast.mentee();
        var unknown = Ids.next() + "@example.com";
        var browser = new Browser(mvc);
        browser.get("/password/forgot");
        var answers = List.of(mentee.email(), unknown).stream().map(email -> {
            var start = System.nanoTime();
            var text = text(browser, email);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(250));
            return text.replace(email, "").replaceAll("value=\"[^\"]*\"", "");
        }).toList();
        assertThat(answers.get(0)).isEqualTo(answers.get(1)).contains("If there is an account");
        assertThat(events.stream(AccountEvent.PasswordResetRequested.class)).hasSize(1);
    }

    @Test
    void aResetLetsInWhoeverIsGuessedAt() {
        var mentee = cast.mentee();
        var guessed = new Browser(mvc).from("203.0.113.40");
        for (var i = 0; i < 11; i++) {
            guessed.signIn(mentee.email(), "guess number " + i);
        }
        guessed.get("/password/forgot");
        guessed.post("/password/forgot", "email", mentee.email());
        assertThat(guessed.post("/password/reset", "token", token(), "password", NEW)).hasStatus(303);
        assertThat(guessed.get("/account")).hasStatusOk();
    }

    @Test
    void mailsToOneAddressAreLimited() {
        var browser = forgot("many@" + Ids.next() + ".example.com");
        var email = Ids.next() + "@example.com";
        for (var i = 0; i < 5; i++) {
            assertThat(browser.post("/password/forgot", "email", email)).hasStatusOk();
        }
        assertThat(browser.post("/password/forgot", "email", email)).hasStatus(429)
            .bodyText()
            .contains("<html", "try again in a quarter of an hour", "value=\"" + email + "\"");
        browser.htmx("http://localhost/password/forgot").header("HX-Target", "forgot");
        assertThat(browser.post("/password/forgot", "email", email)).hasStatus(429)
            .hasHeader("HX-Retarget", "#forgot")
            .bodyText()
            .startsWith("<section id=\"forgot\"")
            .contains("quarter of an hour", "value=\"" + email + "\"");
        clock.forward(Duration.ofMinutes(15));
        assertThat(browser.post("/password/forgot", "email", email)).as("when it said").hasStatusOk();
    }

    @Test
    void changingNeedsTheOldOne() {
        var mentee = cast.mentee();
        var browser = signedIn(mentee);
        assertThat(browser.post("/account/password", "current", "wrong words", "password", NEW)).hasStatus(422)
            .bodyText()
            .contains("not your current password")
            .doesNotContain("wrong words", NEW);
        browser.htmx("http://localhost/account");
        assertThat(browser.post("/account/password", "current", Cast.PASSWORD, "password", "password123"))
            .hasStatus(422)
            .bodyText()
            .startsWith("<section id=\"password-card\"")
            .contains("first passwords anybody");
        assertThat(browser.post("/account/password", "current", Cast.PASSWORD, "password", NEW)).hasStatus(204)
            .hasHeader("HX-Redirect", "/account");
    }

    @Test
    void guessingTheOldOneIsLimited() {
        var browser = signedIn(cast.mentee());
        for (var i = 0; i < 10; i++) {
            browser.post("/account/password", "current", "guess " + i, "password", NEW);
        }
        assertThat(browser.post("/account/password", "current", Cast.PASSWORD, "password", NEW)).hasStatus(429)
            .bodyText()
            .contains("Try again in three minutes", "id=\"password-card\"")
            .doesNotContain(Cast.PASSWORD, NEW);
        clock.forward(Duration.ofMinutes(3));
        assertThat(browser.post("/account/password", "current", Cast.PASSWORD, "password", NEW)).as("when it said")
            .hasStatus(303);
    }

    @Test
    void changingEndsOpenResetLinks() {
        var mentee = cast.mentee();
        forgot(mentee.email());
        var browser = signedIn(mentee);
        assertThat(browser.post("/account/password", "current", Cast.PASSWORD, "password", NEW)).hasStatus(303);
        assertThat(browser.get("/password/reset?token=" + token())).hasStatus(404);
    }

    private Browser signedIn(Actor actor) {
        var browser = new Browser(mvc);
        browser.signIn(actor.email(), Cast.PASSWORD);
        browser.get("/account");
        return browser;
    }

    private Browser forgot(String email) {
        var browser = new Browser(mvc);
        browser.get("/password/forgot");
        assertThat(browser.post("/password/forgot", "email", email)).hasStatusOk();
        return browser;
    }

    private static String text(Browser browser, String email) {
        try {
            return browser.post("/password/forgot", "email", email).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        return events.stream(AccountEvent.PasswordResetRequested.class)
            .reduce((one, next) -> next)
            .orElseThrow()
            .token();
    }
}
