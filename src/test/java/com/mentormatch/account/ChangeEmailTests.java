package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.shared.Ids;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Browser;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Another address for an account: proven, told, and said to nobody else. */
@IntegrationTest
@RecordApplicationEvents
class ChangeEmailTests {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    People people;
    @Autowired
    SignUp signUp;
    @Autowired
    TestClock clock;
    @Autowired
    ApplicationEvents events;

    private final String wanted = "new-" + Ids.next() + "@example.com";
    private Actor mentee;
    private Browser browser;

    @BeforeEach
    void signIn() {
        mentee = cast.mentee();
        browser = new Browser(mvc);
        browser.signIn(mentee.email(), Cast.PASSWORD);
        browser.get("/account/email");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void theNewAddressIsAskedFirstAndTheOldOneIsTold() {
        assertThat(browser.get("/account")).hasStatusOk().bodyText().contains("You sign in with " + mentee.email());
        assertThat(ask(wanted.toUpperCase(Locale.ROOT), Cast.PASSWORD)).hasStatusOk()
            .bodyText()
            .contains("Check your mail", "until then nothing changes");
        assertThat(email()).isEqualTo(mentee.email());

        assertThat(browser.get("/account/email/confirmation?token=" + token())).hasStatusOk();
        assertThat(email()).as("opening a link changes nothing").isEqualTo(mentee.email());
        assertThat(browser.post("/account/email/confirmation", "token", token())).hasStatus(303)
            .hasHeader("Location", "/account");
        assertThat(email()).isEqualTo(wanted);
        assertThat(browser.get("/account")).hasStatusOk().bodyText().contains("Your address is changed", wanted);
        assertThat(events.stream(AccountEvent.EmailChanged.class)).extracting(AccountEvent.EmailChanged::former)
            .containsExactly(mentee.email());

        var token = token();
        var elsewhere = new Browser(mvc);
        elsewhere.get("/account/email/confirmation?token=" + token);
        assertThat(elsewhere.post("/account/email/confirmation", "token", token)).as("twice is no mistake")
            .hasStatus(303)
            .hasHeader("Location", "/sign-in?ended=moved");
        assertThat(elsewhere.get("/sign-in?ended=moved")).bodyText().contains("Sign in with the new one");
        assertThat(new Browser(mvc).signIn(mentee.email(), Cast.PASSWORD)).hasStatus(422);
        assertThat(new Browser(mvc).signIn(wanted, Cast.PASSWORD)).hasStatus(303);
        assertThat(events.stream(AccountEvent.EmailChanged.class)).hasSize(1);
    }

    @Test
    void whetherAnAddressIsTakenIsSaidToItAlone() {
        var other = cast.stranger();
        var free = ask(wanted, Cast.PASSWORD).getMvcResult().getResponse();
        var taken = ask(other.email(), Cast.PASSWORD).getMvcResult().getResponse();
        assertThat(taken.getStatus()).isEqualTo(free.getStatus());
        assertThat(text(taken, other.email())).isEqualTo(text(free, wanted));
        assertThat(events.stream(AccountEvent.EmailTaken.class)).extracting(AccountEvent::account)
            .containsExactly(other.id());
        assertThat(events.stream(AccountEvent.EmailChangeRequested.class)).hasSize(1);
    }

    @Test
    void whoeverWasFasterKeepsTheAddress() {
        ask(wanted, Cast.PASSWORD);
        var token = token();
        var faster = cast.stranger();
        var other = new Browser(mvc);
        other.signIn(faster.email(), Cast.PASSWORD);
        other.get("/account/email");
        other.post("/account/email", "email", wanted, "current", Cast.PASSWORD);
        assertThat(other.post("/account/email/confirmation", "token", token())).hasStatus(303);
        assertThat(browser.post("/account/email/confirmation", "token", token)).hasStatus(404)
            .bodyText()
            .contains("This link no longer works", "Your account is as it was", "/account/email");
        assertThat(email()).isEqualTo(mentee.email());
    }

    @Test
    void aClaimNobodyProvedGivesWay() {
        assertThat(signUp.signUp(new SignUp.NewAccount("Some One", wanted, "nine calm otters", ZoneId.of("UTC"),
                Locale.ENGLISH, null, "127.0.0.1"), clock.instant()))
            .isEmpty();
        ask(wanted, Cast.PASSWORD);
        assertThat(browser.post("/account/email/confirmation", "token", token())).hasStatus(303);
        assertThat(email()).isEqualTo(wanted);
        assertThat(new Browser(mvc).signIn(wanted, "nine calm otters")).hasStatus(422);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        assertThat(ask("nonsense", "wrong")).hasStatus(422)
            .bodyText()
            .contains("This is not an address we can write to", "This is not your current password",
                    "value=\"nonsense\"")
            .doesNotContain("value=\"wrong\"");
        assertThat(ask(mentee.email(), Cast.PASSWORD)).hasStatus(422)
            .bodyText()
            .contains("This is the address of your account already");
        browser.htmx("http://localhost/account/email");
        assertThat(ask(wanted, "wrong")).hasStatus(422)
            .bodyText()
            .contains("id=\"email-change\"")
            .doesNotContain("<html");
        assertThat(ask(wanted, Cast.PASSWORD)).hasStatusOk().bodyText().doesNotContain("<html");
        assertThat(email()).isEqualTo(mentee.email());
    }

    @Test
    void linksEndAndGuessingDoes() {
        ask(wanted, Cast.PASSWORD);
        var first = token();
        ask(wanted, Cast.PASSWORD);
        assertThat(browser.post("/account/email/confirmation", "token", first)).as("a newer one ends it")
            .hasStatus(404);
        clock.forward(Duration.ofHours(25));
        assertThat(browser.post("/account/email/confirmation", "token", token())).hasStatus(404);
        assertThat(browser.post("/account/email/confirmation", "token", "guess")).hasStatus(404);
        for (var i = 0; i < 10; i++) {
            assertThat(ask(wanted, "wrong")).hasStatus(422);
        }
        assertThat(ask(wanted, Cast.PASSWORD)).hasStatus(429)
            .bodyText()
            .contains("Try again in three minutes", "value=\"" + wanted + "\"");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult ask(String email, String password) {
        return browser.post("/account/email", "email", email, "current", password);
    }

    private String email() {
        return people.find(mentee.id()).orElseThrow().email();
    }

    private String token() {
        return List.copyOf(events.stream(AccountEvent.EmailChangeRequested.class).toList()).getLast().token();
    }

    private static String text(org.springframework.mock.web.MockHttpServletResponse page, String email) {
        return new String(page.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8).replace(email, "")
            .replaceAll("(name=\"_csrf\"[^>]*value=\")[^\"]*", "$1");
    }
}
