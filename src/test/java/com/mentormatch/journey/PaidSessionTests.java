package com.mentormatch.journey;

import static com.mentormatch.mentor.ListedMentors.mark;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.sandbox.stripe.StripeStandIn.Intent;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.browser.Window;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Journeys with money in them. */
class PaidSessionTests extends Journey {

    @Test
    void anInstantSessionIsFoundAndPaidFor(Window window) {
        var mentor = market.open(cast.person("Wanda " + mark(), Role.MEMBER));
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var mentee = cast.mentee();

        window.open("/mentors").find("#q").sendKeys(mentor.name());
        window.press(By.cssSelector("a.card-link[href='" + profile(mentor) + "']")).sees("€45");
        var start = pick(window);
        window.at("/sign-in").signInHere(mentee).at("/bookings/new");
        write(window).sees(mentor.name()).press("Book for €45");
        payAtCheckout(window).sees("Paid. Your booking is confirmed.")
            .sees("You are meeting " + mentor.name())
            .sees(TOPIC)
            .quiet();

        assertThat(market.latest(mentee).time().start()).as("the chosen time, through sign-in").isEqualTo(start);
        assertThat(status(mentee)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(money(booking(mentee))).returns("succeeded", Intent::status).returns(4500L, Intent::received);
        assertThat(free(offer, start)).as("the time is held").isFalse();
        tasks.runDue();
        invited(mentee, mentor);
        assertThat(subjects(mentee)).anyMatch(subject -> subject.startsWith("Receipt: "));
    }

    @Test
    void aRequestIsAcceptedAndOnlyThenCharged(Window window, Window desk) {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        var booking = requested(window, mentor, mentee);
        assertThat(money(booking)).returns("requires_capture", Intent::status).returns(0L, Intent::received);
        tasks.runDue();
        assertThat(subjects(mentor)).singleElement().asString().startsWith("Mara Mentee asks for a session");

        desk.signIn(mentor).open("/home").sees("Needs you").sees(TOPIC);
        desk.sees("1 request to answer");
        desk.press(By.cssSelector(".site-nav a[href='/mentor/requests']"))
            .at("/mentor/requests")
            .press("Accept and charge €45")
            .sees("You accepted. The card is being charged €45");
        desk.waitsFor(() -> !desk.shows("1 request to answer"), "the badge to go");
        tasks.runDue();

        assertThat(money(booking)).returns("succeeded", Intent::status).returns(4500L, Intent::received);
        assertThat(status(mentee)).isEqualTo(BookingStatus.CONFIRMED);
        invited(mentee, mentor);
        desk.open("/bookings/" + booking).sees("You are meeting Mara Mentee").quiet();
        window.open("/bookings/" + booking).sees("You are meeting Milo Mentor").sees("You paid €45").quiet();
    }

    @Test
    void aDeclinedRequestChargesNothing(Window window, Window desk) {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        var booking = requested(window, mentor, mentee);
        var details = market.latest(mentee);

        desk.signIn(mentor)
            .open("/bookings/" + booking)
            .press("Decline")
            .fill("Why (optional)", "I am not the right one for this.")
            .press("Decline, nothing is charged")
            .sees("You declined. Nothing was charged")
            .quiet();
        tasks.runDue();

        assertThat(money(booking)).returns("canceled", Intent::status).returns(0L, Intent::received);
        window.open("/bookings/" + booking)
            .sees("Milo Mentor declined. Nothing was charged")
            .sees("I am not the right one for this.")
            .sees("Nothing was charged. The reservation of €45")
            .quiet();
        assertThat(subjects(mentee)).anyMatch(subject -> subject.startsWith("Milo Mentor declined"));
        var offer = mentors.offers(mentor.id()).getFirst();
        assertThat(free(offer, details.time().start())).as("the time is free again").isTrue();
    }

    @Test
    void aHoldThatIsLeftRunsOut(Window window) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var mentee = cast.mentee();
        var start = toCheckout(window, mentor, mentee);
        var checkout = window.driver().getCurrentUrl();
        var booking = booking(mentee);
        window.press(By.id("leave")).at("/bookings/" + booking).sees("the time is yours").sees("Pay until");
        assertThat(free(offer, start)).isFalse();
        looksAgain(window);
        assertThat(window.driver().switchTo().activeElement().getDomAttribute("id")).as("focus").isEqualTo("pay");

        clock.forward(Duration.ofMinutes(36));
        window.open("/bookings/" + booking).sees("This came to nothing in time. Nothing was charged");
        assertThat(free(offer, start)).as("free at once, whatever the background job does").isTrue();
        tasks.runDue();
        assertThat(subjects(mentee)).singleElement().asString().startsWith("Your time with Milo Mentor");
        window.open("/bookings/" + booking).sees("Nothing was charged.").quiet();
        window.open(checkout).sees("This checkout has run out. Nothing was charged.");
        assertThat(status(mentee)).isEqualTo(BookingStatus.EXPIRED);
    }

    @Test
    void moneyForAReleasedTimeGoesBack(Window window) {
        var mentor = market.mentor();
        market.offer(mentor, 4500, Confirmation.INSTANT);
        var mentee = cast.mentee();
        toCheckout(window, mentor, mentee);
        var checkout = window.tab();
        var booking = booking(mentee);

        window.newTab()
            .open("/bookings/" + booking)
            .press("Release this time")
            .sees("You withdrew. Nothing was charged");
        window.tab(checkout).press(By.id("pay")).at("/bookings/" + booking);
        tasks.runDue();
        window.open("/bookings/" + booking).sees("€45 went back to your card");

        var intent = money(booking);
        assertThat(stripe.refundsOf(intent.id())).singleElement()
            .satisfies(refund -> assertThat(refund.amount()).isEqualTo(4500));
        assertThat(status(mentee)).isEqualTo(BookingStatus.WITHDRAWN);
        assertThat(subjects(mentor)).isEmpty();
    }

    private BookingId requested(Window window, Actor mentor, Actor mentee) {
        OfferTerms offer = market.offer(mentor, 4500, Confirmation.REQUEST);
        window.signIn(mentee).open(profile(mentor));
        var start = pick(window);
        write(window).sees("answers by").press("Request for €45");
        payAtCheckout(window).sees("nothing is charged yet").sees("Milo Mentor answers by").quiet();
        assertThat(status(mentee)).isEqualTo(BookingStatus.REQUESTED);
        assertThat(free(offer, start)).isFalse();
        return booking(mentee);
    }

    /** As the page does by itself every twenty seconds, here with Pay in focus. */
    private static void looksAgain(Window window) {
        window.driver()
            .executeScript(
                    "document.getElementById('pay').focus(); document.querySelector('.booking').dataset.old = '';"
                            + "htmx.ajax('GET', location.pathname, {target: '.booking', swap: 'outerHTML'})");
        window.waitsFor(() -> !window.driver().findElements(By.cssSelector(".booking:not([data-old])")).isEmpty(),
                "the page to look again");
    }

    private Instant toCheckout(Window window, Actor mentor, Actor mentee) {
        window.signIn(mentee).open(profile(mentor));
        var start = pick(window);
        write(window).press("Book for €45").at(stripe.url() + "/c/pay/");
        return start;
    }

    private Intent money(BookingId booking) {
        return stripe.intent(stripe.sessionsOf(booking).getLast().intent());
    }
}
