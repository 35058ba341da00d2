package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.shared.Ids;
import com.mentormatch.testing.Browser;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
@RecordApplicationEvents
class SignUpTests {

    private static final String WORDS = "seven green bottles";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Cast cast;

    @Autowired
    ApplicationEvents events;

    private final String email = Ids.next() + "@example.com";

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void signsUpVerifiesAndSignsIn() {
        var browser = new Browser(mvc).cookie("zone", "Asia/Tokyo");
        assertThat(browser.get("/sign-up?return=/mentors/ada")).hasStatusOk()
            .bodyText()
            .contains("value=\"/mentors/ada\"");
        assertThat(signUp(browser, email)).hasStatusOk().bodyText().contains("Check your mail", email);

        assertThat(new Browser(mvc).signIn(email, WORDS)).hasStatus(422).bodyText().contains("not confirmed yet");
        var token = token();
        assertThat(browser.get("/verify?token=" + token)).hasStatusOk().bodyText().contains("Confirm this address");
        assertThat(new Browser(mvc).signIn(email, WORDS)).as("GET confirms nothing").hasStatus(422);

        browser.get("/verify?token=" + token());
        assertThat(browser.post("/verify", "token", token())).hasStatus(303)
            .hasHeader("Location", "/sign-in?ended=verified&return=%2Fhome");
        assertThat(browser.signIn(email, WORDS)).hasStatus(303).hasHeader("Location", "/home");
        assertThat(jdbc.sql("SELECT zone FROM account WHERE email = ?").param(email).query(String.class).single())
            .isEqualTo("Asia/Tokyo");
    }

    @Test
    void theLinkLeadsOnToWhereTheyWere() {
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        browser.post("/sign-up", "name", "Jo", "email", email, "password", WORDS, "back",
                "/bookings/new?offer=1&start=2");
        assertThat(browser.post("/verify", "token", token())).hasStatus(303)
            .hasHeader("Location", "/sign-in?ended=verified&return=%2Fbookings%2Fnew%3Foffer%3D1%26start%3D2");
    }

    @Test
    void aLinkWorksOnceAndPressingTwiceIsNoMistake() {
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        signUp(browser, email);
        var token = token();
        assertThat(browser.post("/verify", "token", token)).hasStatus(303);
        assertThat(browser.post("/verify", "token", token)).hasStatus(303);
        assertThat(browser.post("/verify", "token", token + "x")).hasStatus(404).bodyText().contains("no longer works");
        assertThat(browser.post("/verify")).hasStatus(404);
    }

    @Test
    void aLinkEndsAfterADay() {
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        signUp(browser, email);
        clock.forward(Duration.ofHours(24));
        assertThat(browser.post("/verify", "token", token())).hasStatus(404);
        assertThat(browser.signIn(email, WORDS)).hasStatus(422);
        assertThat(browser.post("/verify", "token", token())).as("signing in sent a new one").hasStatus(303);
    }

    @Test
    void signingUpAgainEndsTheOlderLinkAndItsPassword() {
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        signUp(browser, email);
        var first = token();
        browser.post("/sign-up", "name", "Jo", "email", email, "password", "another set of words");
        assertThat(browser.post("/verify", "token", first)).hasStatus(404);
        assertThat(browser.post("/verify", "token", token())).hasStatus(303);
        assertThat(new Browser(mvc).signIn(email, WORDS)).hasStatus(422);
        assertThat(new Browser(mvc).signIn(email, "another set of words")).hasStatus(303);
    }

    @Test
    void aTakenAddressIsToldToItsOwnerOnly() throws Exception {
        var owner = cast.mentee();
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        var taken = signUp(browser, owner.email().toUpperCase()).getResponse().getContentAsString();
        var fresh = signUp(browser, email).getResponse().getContentAsString();
        assertThat(taken.replace(owner.email().toUpperCase(), "*").replaceAll("value=\"[^\"]*\"", ""))
            .isEqualTo(fresh.replace(email, "*").replaceAll("value=\"[^\"]*\"", ""));
        assertThat(events.stream(AccountEvent.SignUpRepeated.class)).extracting(AccountEvent::account)
            .containsExactly(owner.id());
        assertThat(new Browser(mvc).signIn(owner.email(), Cast.PASSWORD)).as("nothing changed for them").hasStatus(303);
    }

    @Test
    void htmxGetsTheRegionOnly() {
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        browser.htmx("http://localhost/sign-up");
        assertThat(browser.post("/sign-up", "name", "", "email", "no", "password", "short")).hasStatus(422)
            .bodyText()
            .contains("id=\"sign-up\"", "form-errors", "name@example.com", "at least 10 characters")
            .doesNotContain("<html");
        assertThat(signUp(browser, email)).hasStatusOk().bodyText().contains("Check your mail").doesNotContain("<html");
    }

    @Test
    void keepsWhatWasTypedExceptThePassword() {
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        assertThat(browser.post("/sign-up", "name", "Zoë \"<b>\" O’Hara", "email", "nobody@", "password",
                "hunter2secretwords"))
            .hasStatus(422)
            .bodyText()
            .contains("Zo&euml; &quot;&lt;b&gt;&quot; O&rsquo;Hara", "nobody@")
            .doesNotContain("hunter2secretwords", "<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password123", "Password123", "aaaaaaaaaaaaaa", "1234567890",
            "ééééééééééééééééééééééééééééééééééééé", "mentormatch"})
    void refusesPasswordsAnybodyWouldTry(String password) {
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        assertThat(browser.post("/sign-up", "name", "Jo", "email", email, "password", password)).hasStatus(422);
        assertThat(events.stream(AccountEvent.class)).isEmpty();
    }

    @Test
    void refusesOnesOwnAddressAsPassword() {
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        assertThat(browser.post("/sign-up", "name", "Jo", "email", email, "password", email.toUpperCase()))
            .hasStatus(422);
    }

    @Test
    void limitsSignUpsFromOnePlace() throws Exception {
        try (var household = Executors.newVirtualThreadPerTaskExecutor()) {
            var signUps = IntStream.range(0, 20).<Callable<MvcTestResult>>mapToObj(i -> () -> {
                var own = new Browser(mvc).from("203.0.113.20");
                own.get("/sign-up");
                return signUp(own, i + email);
            }).toList();
            for (var answer : household.invokeAll(signUps)) {
                assertThat(answer.get()).hasStatusOk();
            }
        }
        var browser = new Browser(mvc).from("203.0.113.20");
        browser.get("/sign-up");
        assertThat(signUp(browser, 20 + email)).hasStatus(429)
            .bodyText()
            .contains("<html", "Try again in three minutes", "value=\"Jo Ward\"", "value=\"20" + email + "\"")
            .doesNotContain(WORDS);
        clock.forward(Duration.ofMinutes(3));
        assertThat(signUp(browser, 21 + email)).hasStatusOk();
    }

    @Test
    void limitsMailsToOneAddress() {
        var browser = new Browser(mvc);
        browser.get("/sign-up");
        for (var i = 0; i < 5; i++) {
            assertThat(signUp(browser, email)).hasStatusOk();
        }
        assertThat(signUp(browser, email)).hasStatus(429)
            .bodyText()
            .contains("<html", "try again in a quarter of an hour", "value=\"Jo Ward\"", "value=\"" + email + "\"")
            .doesNotContain(WORDS);
        browser.htmx("http://localhost/sign-up").header("HX-Target", "sign-up");
        assertThat(signUp(browser, email)).hasStatus(429)
            .hasHeader("HX-Retarget", "#sign-up")
            .bodyText()
            .startsWith("<section id=\"sign-up\"")
            .contains("quarter of an hour", "value=\"Jo Ward\"");
        assertThat(new Browser(mvc).signIn(email, WORDS)).as("no link is sent, and none is promised")
            .hasStatus(429)
            .bodyText()
            .contains("Your address is not confirmed yet", "quarter of an hour", "value=\"" + email + "\"")
            .doesNotContain("We sent you a new link", WORDS);
        assertThat(events.stream(AccountEvent.VerificationRequested.class)).hasSize(5);
        clock.forward(Duration.ofMinutes(15));
        assertThat(signUp(browser, email)).as("when it said").hasStatusOk();
    }

    private MvcTestResult signUp(Browser browser, String address) {
        return browser.post("/sign-up", "name", "Jo Ward", "email", address, "password", WORDS);
    }

    private String token() {
        return events.stream(AccountEvent.VerificationRequested.class)
            .reduce((one, next) -> next)
            .orElseThrow()
            .token();
    }
}
