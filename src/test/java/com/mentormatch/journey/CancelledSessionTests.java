package com.mentormatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingStatus;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.browser.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Calling a session off, with the money on the page before the click. */
class CancelledSessionTests extends Journey {

    @Test
    void aMenteeSeesTheMoneyThenCancelsAndGetsIt(Window window) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var mentee = cast.mentee();
        window.signIn(mentee).open(profile(mentor));
        var start = pick(window);
        write(window).press("Book for €45");
        payAtCheckout(window).sees("You are meeting Milo Mentor");
        var booking = booking(mentee);

        window.press("Cancel this session").at("/bookings/" + booking + "/cancellation").sees("All €45 back");
        clock.moveTo(start.minus(Duration.ofHours(23)));
        window.fill("Why (optional)", "I have to travel.").press("Cancel and refund €45 to the card");
        window.sees("What goes back has changed since you looked").sees("Cancel, nothing is refunded").quiet();
        assertThat(status(mentee)).as("nothing happened yet").isEqualTo(BookingStatus.CONFIRMED);

        clock.reset();
        window.open("/bookings/" + booking + "/cancellation")
            .fill("Why (optional)", "I have to travel.")
            .press("Cancel and refund €45 to the card")
            .at("/bookings/" + booking)
            .sees("You cancelled this session")
            .sees("€45 is on its way back to your card");
        assertThat(free(offer, start)).as("the time is free again").isTrue();
        tasks.runDue();
        window.sees("€45 went back to your card").quiet();
        var intent = stripe.intent(stripe.sessionsOf(booking).getLast().intent());
        assertThat(stripe.refundsOf(intent.id())).singleElement()
            .satisfies(refund -> assertThat(refund.amount()).isEqualTo(4500));
        assertThat(subjects(mentor)).last().asString().startsWith("Cancelled: ");
        assertThat(subjects(mentee)).last().asString().startsWith("Cancelled: ");

        window.open("/bookings/" + booking + "/receipt").sees("Given back").printed();
        assertThat(window.driver()
            .executeScript(
                    """
                            const colours = of => getComputedStyle(document.querySelector(of))
                            return [colours('html').backgroundColor, colours('h1').color, colours('.site-header').display].join()"""))
            .isEqualTo("rgb(255, 255, 255),rgb(0, 0, 0),none");
    }

    @Test
    void aMenteeWhoseMentorCancelledBooksAnotherTime(Window window, Window desk) {
        var mentor = market.mentor();
        market.offer(mentor, 0, Confirmation.INSTANT);
        var mentee = cast.mentee();
        window.signIn(mentee).open(profile(mentor));
        pick(window);
        write(window).press("Book for free").sees("You are meeting Milo Mentor");
        var booking = booking(mentee);

        desk.signIn(mentor)
            .open("/bookings/" + booking + "/cancellation")
            .sees("stays on your record")
            .press("Cancel the session")
            .sees("You cancelled this session")
            .quiet();
        window.open("/bookings/" + booking)
            .sees("Milo Mentor cancelled this session")
            .sees("Other mentors for")
            .quiet();
        window.press(By.cssSelector(".times a")).at("/bookings/new");
        write(window).press("Book for free").sees("You are meeting Milo Mentor");
        assertThat(bookings(mentee)).containsExactlyInAnyOrder("CANCELLED", "CONFIRMED");
    }
}
