package com.mentormatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.booking.BookingId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.sandbox.zoom.ZoomStandIn;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.browser.Window;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** Both go to their room: the door opens, they see one another come, and are led on. */
class JoiningTests extends Journey {

    @Autowired
    ZoomStandIn zoom;

    private Actor mentor;
    private Actor mentee;
    private BookingId booking;
    private Instant start;

    @BeforeEach
    void booked() {
        mentor = market.mentor();
        mentee = cast.mentee();
        booking = market.book(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        start = market.latest(mentee).time().start();
    }

    @Test
    void bothJoinAndSeeOneAnotherCome(Window window, Window desk) {
        window.signIn(mentee).open("/bookings/" + booking).sees("a quarter of an hour before the start");
        desk.signIn(mentor);
        clock.moveTo(start.minus(Duration.ofMinutes(20)));
        window.press("See who is there").at("/join").sees("The door opens in").accessible();
        window.waitsFor(() -> window.find(".countdown").getText().matches("[45]:\\d\\d"), "a countdown");
        window.width(Window.PHONE).fitsThumbs().width(Window.DESK);

        clock.moveTo(start.minus(Duration.ofMinutes(10)));
        window.open("/bookings/" + booking).press("Join the session").sees("Who is there").accessible();
        window.width(Window.PHONE).fitsThumbs().width(Window.DESK);
        desk.open("/bookings/" + booking + "/join").press(By.id("join-button")).at(zoom.url() + "/jitsi/mentormatch-");
        desk.sees("You are in the room").quiet();
        window.waitsFor(() -> window.find(".join .rows").getText().contains("Joined"), "the mentor to have come");
        window.press(By.id("join-button")).at(zoom.url() + "/jitsi/mentormatch-").quiet();
        assertThat(window.path()).as("the same room").isEqualTo(desk.path());

        clock.moveTo(start.plus(Duration.ofMinutes(80)));
        window.open("/bookings/" + booking + "/join").sees("The door is shut").accessible();
    }

    @Test
    void aPhoneWithoutScriptsIsLedThereThroughTheSignIn(Window window) {
        clock.moveTo(start.minus(Duration.ofMinutes(12)));
        window.width(Window.PHONE).scripts(false).open("/bookings/" + booking + "/join").signInHere(mentee);
        window.at("/bookings/" + booking + "/join").sees("It begins in").sees("Look again").sees("Not there yet");
        window.fitsThumbs().press(By.id("join-button")).at(zoom.url() + "/jitsi/mentormatch-");
        window.open("/bookings/" + booking + "/join").sees("Join again").sees("Joined");
    }

    @Test
    void aMentorChoosesWhereSessionsTakePlace(Window window) {
        window.signIn(mentor).open("/home");
        window.press(By.cssSelector("summary[aria-label='Your menu']")).press("Meeting place");
        window.at("/mentor/meeting-place").accessible();
        window.press(By.xpath("//label[contains(., 'Your own room')]")).press("Save meeting place");
        window.sees("Please correct this").accessible();
        window.fill("Link to your own room (optional)", zoom.url() + "/mine").press("Save meeting place");
        window.sees("New sessions take place there").width(Window.PHONE).fitsThumbs().width(Window.DESK);
        window.open("/bookings/" + booking).press("Use another link").at("/room").accessible();
        window.fill("Link to your own room", zoom.url() + "/instead").press("Use this link");
        window.at("/bookings/" + booking).sees("This session takes place there").quiet();
        clock.moveTo(start);
        window.open("/bookings/" + booking + "/join").press(By.id("join-button")).at(zoom.url() + "/instead");
    }
}
