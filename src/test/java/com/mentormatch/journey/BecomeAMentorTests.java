package com.mentormatch.journey;

import static com.mentormatch.mentor.ListedMentors.mark;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.testing.browser.Window;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** From nobody to somebody people can book. */
class BecomeAMentorTests extends Journey {

    private static final String PASSWORD = "three plain loaves";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/verify\\?\\S+)");

    @Test
    void signedUpConfirmedPublishedAndFound(Window window) {
        var mark = mark();
        var name = "Zora " + mark;
        var email = mark + "@example.com";

        window.open("/")
            .press("Sign up")
            .fill("Name", name)
            .fill("E-mail", email)
            .fill("Password", PASSWORD)
            .press("Create account")
            .sees("Check your mail");
        tasks.runDue();
        window.open(link(email)).press("Confirm this address");
        window.sees("Your address is confirmed")
            .fill("E-mail", email)
            .fill("Password", PASSWORD)
            .press(By.cssSelector("main form button[data-kind=primary]"))
            .at("/home");

        window.press(By.cssSelector("summary[aria-label='Your menu']")).press("Offer sessions").at("/mentor/profile");
        window.press("Publish profile").sees("Please correct this before you go on");
        window.fill("Headline", "Bread, from the beginning")
            .fill("About you", "I bake.")
            .fill("Skills (optional)", "Baking, " + mark)
            .press(By.xpath("//label[normalize-space(.)='English']"));
        window.press("Publish profile").at("/mentor/offers");
        window.press(By.cssSelector("summary[aria-label='Your menu']")).press("Payouts").at("/mentor/payouts");
        new Select(window.find("select[name=country]")).selectByVisibleText("Germany");
        window.press("Set up payouts").at(stripe.url() + "/setup/").press(By.id("complete")).at("/mentor/payouts");
        window.sees("You can be paid").open("/mentor/offers").press("Make your first offer");
        new Select(window.find("select[name=currency]")).selectByVisibleText("EUR");
        window.fill("Title", "A first loaf").fill("Price", "45").press("Publish offer").sees("The offer is published.");

        window.press(By.cssSelector("summary[aria-label='Your menu']"))
            .press("Availability")
            .fill("Monday", "9-12")
            .fill("Tuesday", "9:00–12:30, 14:00–18:00")
            .press("Save availability")
            .sees("Your availability is saved")
            .quiet();

        assertThat(window.driver().findElement(By.cssSelector(".site-nav .count")).isDisplayed())
            .as("a badge that counts nothing")
            .isFalse();
        window.press(By.cssSelector("summary[aria-label='Your menu']")).press("Sign out").sees("Sign in");
        window.open("/mentors?q=" + mark)
            .press(By.cssSelector("a.card-link[href^='/mentors/zora']"))
            .sees(name)
            .sees("A first loaf")
            .sees("€45");
        pick(window);
        window.at("/sign-in").quiet();
    }

    private String link(String email) {
        var mails = mails(email);
        assertThat(mails).hasSize(1);
        var found = LINK.matcher(text(mails.getFirst()));
        assertThat(found.find()).as("a link in the mail").isTrue();
        return found.group(1);
    }

    private static String text(Part part) {
        try {
            return part.getContent() instanceof Multipart parts
                    ? text(parts.getBodyPart(0))
                    : part.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
