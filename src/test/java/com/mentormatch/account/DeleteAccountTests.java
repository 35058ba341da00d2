package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.mentormatch.booking.RequestBooking;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.sandbox.Residents;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Transactions;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Browser;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Tasks;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Leaving for good: not while somebody counts on it, and then without a trace of the person. */
@IntegrationTest
class DeleteAccountTests {

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    Market market;
    @Autowired
    Mentors mentors;
    @Autowired
    People people;
    @Autowired
    DeleteAccount delete;
    @Autowired
    Tasks tasks;
    @Autowired
    GreenMail server;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void thePersonGoesAndWhatOthersSharedStays() {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var mentee = cast.mentee();
        new Residents(jdbc).portray(mentor.id(), new byte[]{1, 2, 3}, "v1");
        var slug = mentors.byId(mentor.id()).orElseThrow().slug();
        var booking = market.book(mentee, offer);
        tasks.runDue();
        clock.moveTo(market.latest(mentee).time().end().plus(Duration.ofDays(4)));

        var here = signedIn(mentor);
        var elsewhere = signedIn(mentor);
        assertThat(here.get("/account")).bodyText().contains("/account/deletion");
        assertThat(here.get("/account/deletion")).hasStatusOk().bodyText().contains("This cannot be undone");
        assertThat(send(here, mentor.email(), Cast.PASSWORD)).hasStatus(303)
            .hasHeader("Location", "/sign-in?ended=deleted");
        assertThat(here.get("/sign-in?ended=deleted")).bodyText().contains("Your account is deleted.");

        for (var browser : new Browser[]{here, elsewhere}) {
            assertThat(browser.get("/home")).hasStatus(303);
        }
        assertThat(new Browser(mvc).signIn(mentor.email(), Cast.PASSWORD)).hasStatus(422);
        assertThat(people.find(mentor.id()).orElseThrow()).returns("Former member", Person::name)
            .returns(null, Person::avatarUrl)
            .satisfies(person -> assertThat(person.email()).endsWith(Person.NO_MAILBOX));
        assertThat(mvc.get().uri("/mentors/" + slug)).hasStatus(404);
        assertThat(mvc.get().uri("/mentors/former-" + mentor.id())).hasStatus(404);
        assertThat(mvc.get().uri("/avatars/" + mentor.id())).hasStatus(404);
        assertThat(mvc.get().uri("/mentors?q=Milo")).bodyText().doesNotContain("/mentors/" + slug);
        assertThat(mentors.offers(mentor.id())).noneMatch(left -> left.published());
        assertThat(market.request(cast.stranger().viewer(), mentors.offers(mentor.id()).getFirst(),
                clock.instant().plus(Duration.ofDays(3))))
            .isInstanceOf(RequestBooking.Refused.class);
        assertThat(mvc.get().uri("/bookings/" + booking).with(mentee.login())).hasStatusOk()
            .bodyText()
            .contains("Former member")
            .doesNotContain("Milo", mentor.email());
        assertThat(traces(mentor)).isEmpty();

        tasks.runDue();
        assertThat(Stream.of(server.getReceivedMessages()).filter(mail -> {
            try {
                return mail.getAllRecipients()[0].toString().contains(mentor.email());
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).map(mail -> {
            try {
                return mail.getSubject();
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        })).last().isEqualTo("Your account is deleted");
    }

    /** Columns of the account and the mentor in which something of the person could still be read. */
    private java.util.List<String> traces(Actor gone) {
        var id = Columns.param(gone.id().value());
        return Stream.of("SELECT * FROM account WHERE id = ?", "SELECT * FROM mentor WHERE account_id = ?")
            .flatMap(sql -> jdbc.sql(sql).param(id).query().singleRow().entrySet().stream())
            .filter(column -> String.valueOf(column.getValue())
                .matches("(?is).*(milo|plain|" + gone.email().substring(0, 30) + ").*"))
            .map(java.util.Map.Entry::getKey)
            .toList();
    }

    @Test
    void notWhileSomebodyCountsOnIt() {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        market.book(mentee, market.offer(mentor, 0, Confirmation.REQUEST));
        for (var bound : new Actor[]{mentor, mentee}) {
            var browser = signedIn(bound);
            assertThat(browser.get("/account/deletion")).hasStatusOk()
                .bodyText()
                .contains("somebody counts on them", "/bookings")
                .doesNotContain("Delete my account for good");
            assertThat(send(browser, bound.email(), Cast.PASSWORD)).hasStatus(409)
                .bodyText()
                .contains("somebody counts on them");
            assertThat(browser.get("/home")).hasStatusOk();
            assertThat(people.find(bound.id()).orElseThrow().email()).isEqualTo(bound.email());
        }
        assertThat(mentors.byId(mentor.id()).orElseThrow().published()).as("all of it was taken back").isTrue();
        clock.forward(Duration.ofHours(49));
        assertThat(delete.bound(mentee.viewer(), clock.instant())).as("the request has run out").isFalse();
    }

    @Test
    void thePasswordAndTheAddressAreAskedFor() {
        var mentee = cast.mentee();
        var browser = signedIn(mentee);
        assertThat(send(browser, "somebody@example.com", "wrong")).hasStatus(422)
            .bodyText()
            .contains("This is not the address of your account", "This is not your current password",
                    "value=\"somebody@example.com\"");
        assertThat(send(browser, "", Cast.PASSWORD)).hasStatus(422);
        browser.htmx("http://localhost/account/deletion");
        assertThat(send(browser, mentee.email(), "wrong")).hasStatus(422)
            .bodyText()
            .contains("id=\"deletion\"")
            .doesNotContain("<html");
        assertThat(send(browser, mentee.email(), Cast.PASSWORD)).hasStatus(204)
            .hasHeader("HX-Redirect", "/sign-in?ended=deleted");
        assertThat(send(browser, mentee.email(), Cast.PASSWORD)).as("twice").hasStatus(401);
        assertThat(people.find(mentee.id()).orElseThrow().name()).isEqualTo("Former member");
    }

    /** Otherwise nobody could make another one. */
    @Test
    void notTheLastAdmin() {
        var admin = cast.admin();
        assertThatThrownBy(() -> transactions.run(() -> {
            jdbc.sql("UPDATE account SET role = 'MEMBER' WHERE id <> ?")
                .param(Columns.param(admin.id().value()))
                .update();
            assertThat(delete.delete(admin.viewer(), admin.email(), Cast.PASSWORD, clock.instant()))
                .containsExactly(Refusal.LAST_ADMIN);
            throw new IllegalStateException("Never mind");
        })).hasMessage("Never mind");
        assertThat(people.find(admin.id()).orElseThrow().email()).isEqualTo(admin.email());
        cast.admin();
        assertThat(delete.delete(admin.viewer(), admin.email(), Cast.PASSWORD, clock.instant())).isEmpty();
    }

    /** Whoever comes first: the other is told, and nobody is left with a session nobody will hold. */
    @Test
    void bookingAndLeavingAtTheSameTime() throws Exception {
        for (var round = 0; round < 20; round++) {
            var mentor = market.mentor();
            var offer = market.offer(mentor, 0, Confirmation.INSTANT);
            var start = market.starts(offer).getFirst();
            var mentee = cast.mentee();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var both = threads.invokeAll(java.util.List.<Callable<Object>>of(
                        () -> delete.delete(mentor.viewer(), mentor.email(), Cast.PASSWORD, clock.instant()),
                        () -> market.request(mentee.viewer(), offer, start)));
                var left = both.getFirst().get().equals(java.util.Set.of());
                var booked = both.getLast().get() instanceof RequestBooking.Booked;
                assertThat(left && booked).as("left and booked, round " + round).isFalse();
            }
        }
    }

    private Browser signedIn(Actor actor) {
        var browser = new Browser(mvc);
        browser.signIn(actor.email(), Cast.PASSWORD);
        browser.get("/account/deletion");
        return browser;
    }

    private static MvcTestResult send(Browser browser, String email, String password) {
        return browser.post("/account/deletion", "email", email, "current", password);
    }
}
