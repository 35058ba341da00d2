package com.mentormatch.journey;

import static com.mentormatch.mentor.ListedMentors.mark;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.ProfileText;
import com.mentormatch.payment.LookAtAccount;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.browser.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;

/** A mentor's way to their money, and what others see of it. */
class GettingPaidTests extends Journey {

    @Autowired
    EditProfile profiles;
    @Autowired
    LookAtAccount accounts;

    @Test
    void setUpSellingRestrictedAndBack(Window window, Window visitor) {
        var mentor = cast.person("Paula " + mark(), Role.MEMBER);
        profiles.save(mentor.id(),
                new ProfileText("Plain answers", "I have done this.", "", "", "", List.of("Java"), List.of("en")), true,
                clock.instant());
        window.signIn(mentor).open("/mentor/offers/new");
        new Select(window.find("select[name=currency]")).selectByVisibleText("EUR");
        window.fill("Title", "A paid hour").fill("Price", "45").press("Publish offer").sees("set up payouts first");
        window.press("Get paid").at("/mentor/payouts").sees("You cannot be paid yet").quiet();
        window.press("Set up payouts").sees("Choose the country you live in.");
        new Select(window.find("select[name=country]")).selectByVisibleText("Germany");
        window.press("Set up payouts").at(stripe.url() + "/setup/").press(By.id("half")).at("/mentor/payouts");
        window.sees("Almost there").sees("The bank account your money goes to").quiet();
        window.press("Go on at Stripe").at(stripe.url() + "/setup/").press(By.id("complete")).at("/mentor/payouts");
        window.sees("Publish an offer with a price whenever you like").sees("Paid offers on").quiet();

        market.offer(mentor, 4500, Confirmation.INSTANT);
        visitor.open(profile(mentor)).sees("€45");
        stripe.restrict(account(mentor));
        accounts.look(mentor.id(), clock.instant());
        visitor.open(profile(mentor)).sees("takes no new paid bookings at the moment").quiet();
        assertThat(visitor.shows("€45")).isFalse();
        window.open("/mentor/payouts").sees("Your paid offers are paused").sees("A photo of your identity document");
        window.sees("A copy does not do").quiet();
        window.press("Settle it at Stripe").at(stripe.url() + "/setup/").press(By.id("complete")).at("/mentor/payouts");
        window.sees("You can be paid");
        visitor.open(profile(mentor)).sees("€45");
    }

    @Test
    void aTipIsGivenAndSeen(Window window, Window desk) {
        var mentor = market.mentor();
        var mentee = cast.mentee();
        var booking = market.book(mentee, market.offer(mentor, 0, Confirmation.INSTANT));
        market.complete(booking);
        window.signIn(mentee).open("/bookings/" + booking).press("Leave a tip").at("/tips");
        window.fill("Amount in EUR", "0.50").press("Go on to pay").sees("A tip is at least €1.").quiet();
        window.fill("Amount in EUR", "7").fill("Message (optional)", "It helped a lot.").press("Go on to pay");
        window.at(stripe.url() + "/c/pay/").press(By.id("pay")).at("/bookings/" + booking);
        window.sees("Your tip is on its way").sees("€7").quiet();
        tasks.runDue();
        assertThat(stripe.balanceOf(account(mentor))).containsEntry("eur", 700L);
        assertThat(subjects(mentor)).anyMatch(subject -> subject.contains("left you a tip"));
        window.open("/payments").sees("€7").press("Receipt").sees("You paid").quiet();

        desk.signIn(mentor).open("/bookings/" + booking).sees("It helped a lot.").quiet();
        desk.open("/home").sees("What it adds up to").sees("Earned in EUR").quiet();
        desk.press("Earnings and payouts").at("/mentor/payouts").sees("By month and currency").sees("€7").quiet();
        assertThat(desk.fits()).isTrue();
    }

    private String account(Actor mentor) {
        return stripe.accounts()
            .stream()
            .filter(account -> account.email().equals(mentor.email()))
            .findFirst()
            .orElseThrow()
            .id();
    }
}
