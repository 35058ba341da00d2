package com.mentormatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingStatus;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.browser.Window;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Another time for a session, asked for by one and agreed to by the other. */
class MovedSessionTests extends Journey {

    @Test
    void aMentorProposesAndAMenteeAccepts(Window window, Window desk) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.REQUEST);
        var mentee = cast.mentee();
        window.signIn(mentee).open(profile(mentor));
        var old = pick(window);
        write(window).press("Send the request").sees("Milo Mentor answers by");
        var booking = booking(mentee);
        desk.signIn(mentor).open("/bookings/" + booking).press("Accept").sees("You are meeting Mara Mentee");

        desk.press("Propose another time").at("/bookings/" + booking + "/move");
        var proposed = pick(desk);
        desk.fill("Why (optional)", "I have to be at my daughter's school.").press("Propose this time");
        desk.at("/bookings/" + booking).sees("You proposed another time").quiet();
        assertThat(free(offer, old)).as("the old time is held").isFalse();
        assertThat(free(offer, proposed)).as("the new one too").isFalse();
        tasks.runDue();
        assertThat(subjects(mentee)).last().asString().startsWith("Milo Mentor proposes another time");

        window.open("/home").sees("Another time is proposed");
        window.open("/bookings/" + booking)
            .sees("Milo Mentor proposes another time")
            .sees("I have to be at my daughter's school.")
            .press("Accept the new time")
            .sees("Moved")
            .quiet();
        assertThat(market.latest(mentee).time().start()).isEqualTo(proposed);
        assertThat(status(mentee)).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(free(offer, old)).as("the old time is free again").isTrue();
        tasks.runDue();
        assertThat(subjects(mentee)).last().asString().startsWith("Moved: ");
        assertThat(subjects(mentor)).last().asString().startsWith("Moved: ");
        window.open("/bookings?moved=true").find("a[href='/bookings/" + booking + "']");
    }

    @Test
    void aMenteeMovesAnInstantSessionWithoutAsking(Window window) {
        var mentor = market.mentor();
        market.offer(mentor, 0, Confirmation.INSTANT);
        var mentee = cast.mentee();
        window.signIn(mentee).open(profile(mentor));
        pick(window);
        write(window).press("Book for free").sees("You are meeting Milo Mentor");
        var booking = booking(mentee);
        window.press("Move this session").sees("twice without asking");
        window.press(By.cssSelector("#times a[aria-label='Later month']"));
        window.press(By.xpath("(//*[@id='times']//table//td/a)[7]"));
        window.press(By.cssSelector("#times .times a"));
        window.press("Move it to this time").at("/bookings/" + booking).sees("Moved").quiet();
        assertThat(market.latest(mentee).moves()).isEqualTo(1);
    }
}
