package com.mentormatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.browser.Window;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What a mentee says of a session, on a phone and without scripts, and what the mentor answers. */
class ReviewingTests extends Journey {

    @Test
    void aMenteeReviewsOnAPhoneAndTheMentorReplies(Window window, Window desk) {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        var booking = market.completed(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        window.width(Window.PHONE).signIn(mentee).open("/home").sees("What was it like?").accessible();
        window.press(By.cssSelector("a[href='/bookings/" + booking + "/review']")).sees("How was it with Milo Mentor?");
        window.accessible().fitsThumbs();
        window.driver().findElement(By.cssSelector("[name=stars][value='3']")).sendKeys(Keys.ARROW_RIGHT);
        window.fill("What it was like (optional)", "Clear answers.").press("Send the review");
        window.sees("It stands on the profile, as written by “Mara M.”").sees("Clear answers.").accessible().quiet();
        window.waitsFor(() -> "review-title".equals(window.driver().switchTo().activeElement().getAttribute("id")),
                "the keyboard goes on at the review");
        assertThat(window.find(".review .stars").getDomProperty("textContent")).contains("4 of 5 stars");

        tasks.runDue();
        assertThat(subjects(mentor)).contains("Mara Mentee reviewed your session");
        desk.signIn(mentor).open("/home");
        var unread = unread(desk);
        assertThat(unread).isGreaterThan(1);
        desk.press(By.cssSelector("a.bell")).at("/notices").accessible().width(Window.PHONE).fitsThumbs();
        desk.width(Window.DESK).press("Mara Mentee reviewed your session").at("/bookings/" + booking);
        desk.waitsFor(() -> unread(desk) == unread - 1, "one of them is read");
        desk.open("/notices").press("Mark all as read");
        desk.waitsFor(() -> desk.driver().findElements(By.cssSelector(".bell .count > *")).isEmpty(), "nothing unread");
        desk.open("/account/mails").sees("Always sent").accessible();
        desk.open("/bookings/" + booking).press("Reply");
        desk.fill("Your reply", "Thank you, Mara.").press("Send the reply").sees("Milo Mentor replied").accessible();

        window.forgetMe().open(profile(mentor)).sees("Mara M.").sees("Thank you, Mara.").sees("1 rating").accessible();
        desk.press("Delete your reply").waitsFor(() -> !desk.shows("Thank you, Mara."), "the reply is gone").quiet();
    }

    private static int unread(Window window) {
        return Integer.parseInt(window.find(".bell .count [aria-hidden]").getText());
    }

    @Test
    void itWorksWithoutScripts(Window window) {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        var booking = market.completed(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        window.scripts(false).signIn(mentee).open("/bookings/" + booking);
        window.fill("What it was like (optional)", "z".repeat(1001));
        window.press(By.cssSelector(".star-choice:nth-child(2)")).press("Send the review");
        window.sees("A review has at most 1,000 characters");
        assertThat(window.driver().findElement(By.cssSelector("[name=stars][value='2']")).isSelected()).isTrue();
        window.fill("What it was like (optional)", "Too short for me.").press("Send the review");
        window.at("/bookings/" + booking).sees("Too short for me.");
        window.press("Delete this review").press("Delete it for good").sees("You deleted your review");
        window.open(profile(mentor)).sees("No reviews yet.");
    }
}
