package com.mentormatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.sandbox.stripe.StripeStandIn.Refund;
import com.mentormatch.sandbox.stripe.StripeStandIn.Transfer;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.browser.Window;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A session from the click that pays for it to the last word about it: on a phone, and without scripts. */
class WholeSessionTests extends Journey {

    private Actor mentor;
    private Actor mentee;

    @BeforeEach
    void people() {
        mentor = market.mentor();
        mentee = cast.mentee();
    }

    @Test
    void aGoodOneOnAPhone(Window window, Window desk) {
        var id = paid(window.width(Window.PHONE));
        var time = market.latest(mentee).time();
        clock.moveTo(time.start().minus(Duration.ofMinutes(5)));
        window.open("/bookings/" + id).press("Join the session").sees("Who is there").fitsThumbs();
        window.press(By.id("join-button")).at("/jitsi/mentormatch-");
        desk.signIn(mentor).open("/bookings/" + id + "/join").sees("Joined");

        clock.moveTo(time.end().plus(Duration.ofMinutes(5)));
        desk.open("/bookings/" + id).press("Mark as complete").sees("Mara Mentee").quiet();
        window.open("/bookings/" + id).press("It took place").sees("You met Milo Mentor").fitsThumbs();
        window.open("/bookings/" + id + "/review").press(By.cssSelector(".star-choice:nth-child(2)"));
        window.fill("What it was like (optional)", "Clear answers.").press("Send the review");
        window.sees("It stands on the profile, as written by “Mara M.”").fitsThumbs().quiet();
        assertThat(status(mentee)).isEqualTo(BookingStatus.COMPLETED);
        tasks.runDue();
        assertThat(stripe.transfersOf(id)).extracting(Transfer::amount).containsExactly(4050L);
    }

    @Test
    void aContestedReportWithoutScripts(Window window, Window desk) {
        var id = paid(window.scripts(false));
        clock.moveTo(market.latest(mentee).time().start().plus(Duration.ofMinutes(20)));
        desk.scripts(false).signIn(mentor).open("/bookings/" + id).press("Mara Mentee did not come");
        desk.fill("How long you waited, and how you tried to reach them", "Twenty minutes.")
            .press("Report that Mara Mentee did not come")
            .sees("You reported that Mara Mentee did not come");

        window.open("/home").press("Read and answer").sees("Twenty minutes.");
        window.fill("How it was for you", "The door was shut.").press("Send the answer");
        window.sees("An admin decides about this session with Milo Mentor");

        desk.forgetMe().scripts(false).signIn(cast.admin()).open("/admin/disputes/" + id).sees("The door was shut.");
        desk.press("Decide and tell both").sees("Choose what goes back.");
        desk.press(By.cssSelector("input[value=FULL]")).fill("Why", "Nobody came in.").press("Decide and tell both");
        desk.sees("All €45 goes back to the mentee.");
        window.open("/bookings/" + id).sees("Decided: all €45 goes back to you");
        tasks.runDue();
        var intent = stripe.intent(stripe.sessionsOf(id).getLast().intent());
        assertThat(stripe.refundsOf(intent.id())).extracting(Refund::amount).containsExactly(4500L);
        assertThat(subjects(mentor)).last().asString().startsWith("Decided: ");
    }

    private BookingId paid(Window window) {
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        window.signIn(mentee).open(form(offer, market.starts(offer).getFirst()));
        write(window).press("Book for €45");
        payAtCheckout(window).sees("You are meeting Milo Mentor");
        return booking(mentee);
    }
}
