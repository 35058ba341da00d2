package com.mentormatch.journey;

import static com.mentormatch.mentor.ListedMentors.mark;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.browser.Window;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;

/** Journeys where somebody books for free: on a desk and on a phone, twice at once, signed out, without scripts. */
class FreeSessionTests extends Journey {

    @Test
    void freeSessionsAreBookedAndRequested(Window window, Window desk) {
        free(window, desk, Window::quiet);
    }

    @Test
    void allOfItFitsOnAPhone(Window window, Window desk) {
        window.width(Window.PHONE);
        desk.width(Window.PHONE);
        free(window, desk, page -> page.fitsThumbs().quiet());
    }

    /** @param look at every page on the way */
    private void free(Window window, Window desk, UnaryOperator<Window> look) {
        var mentor = market.open(cast.person("Frida " + mark(), Role.MEMBER));
        market.offer(mentor, 0, Confirmation.INSTANT);
        var mentee = cast.mentee();
        look.apply(window.open("/"));
        window.open("/mentors").find("#q").sendKeys(mentor.name());
        var card = By.cssSelector("a.card-link[href='" + profile(mentor) + "']");
        window.waitsFor(() -> window.driver().findElements(By.cssSelector("a.card-link")).size() == 1, "one mentor");
        look.apply(window).press(card).at("/mentors/");
        look.apply(window);
        pick(window);
        look.apply(window.at("/sign-in")).signInHere(mentee).at("/bookings/new");
        look.apply(write(window)).press("Book for free").at("/bookings/").sees("You are meeting Frida");
        look.apply(window);

        var asked = market.mentor();
        market.offer(asked, 0, Confirmation.REQUEST);
        look.apply(window.open(profile(asked)));
        pick(window);
        look.apply(window.at("/bookings/new"));
        write(window).press("Send the request").at("/bookings/").sees("Milo Mentor answers by");
        look.apply(window);
        assertThat(bookings(mentee)).containsExactlyInAnyOrder("CONFIRMED", "REQUESTED");
        for (var list : new String[]{"/bookings", "/bookings?show=WAITING", "/bookings?show=PAST", "/home"}) {
            look.apply(window.open(list));
        }

        look.apply(desk.signIn(asked).open("/home"));
        desk.press(By.cssSelector(".site-nav a[href='/mentor/requests']")).at("/mentor/requests");
        look.apply(desk).press("Read and decide").at("/bookings/");
        look.apply(desk).press("Accept").sees("You are meeting Mara Mentee");
        look.apply(desk);
        tasks.runDue();
        invited(mentor, asked);
        assertThat(subjects(mentee)).filteredOn(subject -> subject.startsWith("Confirmed: ")).hasSize(2);
    }

    @Test
    void twoClicksAreOneBooking(Window window) {
        var mentee = cast.mentee();
        window.signIn(mentee);
        var mentor = market.mentor();
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        write(window.open(form(offer, market.starts(offer).getFirst())));
        new Actions(window.driver()).doubleClick(window.find("#book button")).perform();
        window.at(stripe.url() + "/c/pay/");
        assertThat(stripe.sessionsOf(booking(mentee))).hasSize(1);

        var plain = cast.mentee();
        window.forgetMe().open("/").scripts(false).signIn(plain);
        write(window.open(form(offer, market.starts(offer).getLast())));
        new Actions(window.driver()).doubleClick(window.find("#book button")).perform();
        window.at(stripe.url() + "/c/pay/");
        assertThat(stripe.sessionsOf(booking(plain))).hasSize(1);
    }

    @Test
    void whoComesSecondChoosesAnotherTime(Window window, Window other) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(offer).get(10);
        var first = cast.mentee();
        var second = cast.mentee();
        write(window.signIn(first).open(form(offer, start)));
        write(other.signIn(second).open(form(offer, start)));
        window.press("Book for free").sees("You are meeting Milo Mentor");

        other.press("Book for free").sees("Time slot is no longer available").sees("what you wrote stays");
        assertThat(other.typed("topic")).isEqualTo(TOPIC);
        assertThat(other.typed("message")).isEqualTo(MESSAGE);
        var choices = other.driver().findElements(By.cssSelector("#book .times label"));
        assertThat(choices).hasSize(3);
        choices.getLast().click();
        other.press("Book for free").at("/bookings/").sees("You are meeting Milo Mentor").sees(TOPIC).quiet();
        assertThat(market.latest(second).time().start()).isNotEqualTo(start);

        // The same person in a second tab, still open with the time they have just taken themselves.
        var here = window.tab();
        window.newTab().open(form(offer, start)).sees("Time slot is no longer available");
        window.tab(here).sees("You are meeting Milo Mentor");
        assertThat(bookings(first)).containsExactly("CONFIRMED");
    }

    @Test
    void signedOutWhileWriting(Window window) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var mentee = cast.mentee();
        var form = form(offer, market.starts(offer).getFirst());

        // Without its form token, but from a page of ours.
        write(window.signIn(mentee).open(form));
        var writing = window.tab();
        window.newTab()
            .open("/home")
            .press(By.cssSelector("summary[aria-label='Your menu']"))
            .press("Sign out")
            .sees("Sign in");
        window.tab(writing)
            .press("Book for free")
            .sees("What you wrote is kept")
            .signInHere(mentee)
            .sees("You are signed in");
        assertThat(bookings(mentee)).isEmpty();
        window.press("Send it now").at("/bookings/").sees(TOPIC);
        assertThat(market.latest(mentee).message()).isEqualTo(MESSAGE);

        keptAndSent(window, cast.mentee(), form(offer, market.starts(offer).get(6)));
        window.scripts(false);
        keptAndSent(window, cast.mentee(), form(offer, market.starts(offer).get(12)));
    }

    private void keptAndSent(Window window, Actor mentee, String form) {
        write(window.forgetMe().signIn(mentee).open(form));
        window.driver().manage().deleteCookieNamed("session");
        window.press("Book for free").sees("What you wrote is kept").signInHere(mentee).sees("You are signed in");
        assertThat(bookings(mentee)).isEmpty();
        window.press("Send it now").at("/bookings/").sees("You are meeting Milo Mentor").sees(TOPIC);
        assertThat(market.latest(mentee).message()).isEqualTo(MESSAGE);
        assertThat(bookings(mentee)).hasSize(1);
    }

    @Test
    void withoutScriptsTheWholeWayWorks(Window window) {
        var mentor = market.open(cast.person("Nils " + mark(), Role.MEMBER));
        market.offer(mentor, 0, Confirmation.REQUEST);
        var mentee = cast.mentee();

        window.scripts(false).open("/mentors").find("#q").sendKeys(mentor.name());
        window.width(Window.PHONE)
            .press("Filters")
            .press(By.xpath("//label[normalize-space(.)='Free of charge']"))
            .press("Show mentors")
            .at("free=true")
            .press(By.cssSelector("a.card-link[href='" + profile(mentor) + "']"))
            .at("/mentors/");
        pick(window.width(Window.DESK));
        window.at("/sign-in")
            .signInHere(mentee)
            .at("/bookings/new")
            .press("Send the request")
            .sees("Please correct this before you go on");
        write(window).press("Send the request")
            .sees("answers by")
            .press("Withdraw the request")
            .sees("You withdrew. Nothing was charged");
        assertThat(status(mentee)).isEqualTo(BookingStatus.WITHDRAWN);
        window.open("/bookings?show=PAST").sees("Withdrawn");
    }
}
