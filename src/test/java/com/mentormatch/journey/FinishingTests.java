package com.mentormatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingStatus;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.sandbox.stripe.StripeStandIn.Refund;
import com.mentormatch.testing.browser.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** How sessions end: with a word, with a ruling, with silence. */
class FinishingTests extends Journey {

    @Test
    void aMenteeConfirmsOnAPhone(Window window) {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        var id = market.book(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        clock.moveTo(market.latest(mentee).time().end().plus(Duration.ofMinutes(20)));
        tasks.runDue();
        assertThat(subjects(mentee)).last().isEqualTo("Did your session with Milo Mentor take place?");

        window.width(Window.PHONE).signIn(mentee).open("/home").sees("Did they take place?").fitsThumbs();
        window.press("It took place").sees("You met Milo Mentor").quiet();
        window.open("/bookings/" + id).sees("Mara Mentee confirmed that it took place").fitsThumbs();
        assertThat(status(mentee)).isEqualTo(BookingStatus.COMPLETED);
        tasks.runDue();
        assertThat(subjects(mentor)).last().isEqualTo("Your session with Mara Mentee is complete");
    }

    @Test
    void aDisputeIsHeardAndDecided(Window window, Window desk) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var mentee = cast.mentee();
        window.signIn(mentee).open(form(offer, market.starts(offer).getFirst()));
        write(window).press("Book for €45");
        payAtCheckout(window).sees("You are meeting Milo Mentor");
        var id = booking(mentee);
        clock.moveTo(market.latest(mentee).time().end().plus(Duration.ofHours(1)));
        tasks.runDue();

        window.open("/bookings/" + id).press("Something was wrong").at("/dispute");
        window.press("Dispute the session").sees("Please fill this in");
        window.fill("What happened", "It lasted ten minutes.").press("Dispute the session");
        window.sees("You disputed this session. Milo Mentor can answer by").accessible().quiet();
        desk.signIn(mentor)
            .open("/home")
            .sees("Your answer is needed")
            .press("Read and answer")
            .sees("It lasted ten minutes.");
        desk.fill("How it was for you", "It was thirty.").press("Send the answer");
        desk.sees("An admin decides about this session with Mara Mentee").quiet();

        desk.forgetMe().signIn(cast.admin()).open("/admin/disputes/" + id).sees("It was thirty.").accessible();
        desk.press(By.cssSelector("input[value=PART]")).fill("Amount in EUR", "20");
        desk.fill("Why", "Half of the time is half of the money.").press("Decide and tell both");
        desk.sees("Decided by Ada Admin").quiet();
        window.open("/bookings/" + id).sees("Decided: €20 of €45 goes back to you");
        window.sees("Half of the time is half of the money.").accessible().quiet();
        assertThat(status(mentee)).isEqualTo(BookingStatus.RESOLVED);
        tasks.runDue();
        assertThat(subjects(mentor)).anyMatch(subject -> subject.startsWith("Decided: your session"));

        window.press("Appeal").at("/dispute").fill("What was overlooked", "Look at who came.").press("Appeal");
        window.sees("You appealed. Milo Mentor can answer by").accessible().quiet();
        desk.forgetMe().signIn(mentor).open("/bookings/" + id + "/dispute").sees("Look at who came.");
        desk.fill("How it was for you", "I was late.").press("Send the answer").sees("An admin decides about");
        desk.forgetMe().signIn(cast.admin()).open("/admin/disputes/" + id).sees("I was late.").accessible();
        desk.press(By.cssSelector("input[value=FULL]")).fill("Why", "Nobody was there.").press("Decide and tell both");
        desk.sees("All €45 goes back to the mentee.").quiet();
        window.open("/bookings/" + id).sees("Decided: all €45 goes back to you");
        window.press("Read what was said").sees("This was decided twice and stands.").accessible().quiet();
        tasks.runDue();
        var intent = stripe.intent(stripe.sessionsOf(id).getLast().intent());
        assertThat(stripe.refundsOf(intent.id())).extracting(Refund::amount).containsExactlyInAnyOrder(2000L, 2500L);
    }

    @Test
    void withoutScriptsAReportStandsWhereNobodyContestsIt(Window window) {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        var id = market.book(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        clock.moveTo(market.latest(mentee).time().start().plus(Duration.ofMinutes(20)));
        window.scripts(false).signIn(mentor).open("/bookings/" + id).press("Mara Mentee did not come");
        window.at("/dispute")
            .fill("How long you waited, and how you tried to reach them", "Twenty minutes, and I called.")
            .press("Report that Mara Mentee did not come")
            .sees("You reported that Mara Mentee did not come");
        clock.forward(Duration.ofHours(49));
        window.open("/bookings/" + id).sees("It is decided about your session with Mara Mentee");
        tasks.runDue();
        window.open("/bookings/" + id).sees("Nobody contested it: the report stands");
    }
}
