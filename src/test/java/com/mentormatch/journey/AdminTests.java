package com.mentormatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.ProposeMove;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Ids;
import com.mentormatch.testing.browser.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** An admin looks into what happened and decides. */
class AdminTests extends Journey {

    @Autowired
    ProposeMove propose;

    @Test
    void anAdminCallsASessionOffAndTheLogTellsWhy(Window window) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var mentee = cast.person("Zelda " + Ids.next(), Role.MEMBER);
        var booking = market.book(mentee, offer);
        window.signIn(cast.admin()).open("/admin").settle().accessible();
        window.press(By.cssSelector(".admin-nav a[href='/admin/bookings']"))
            .at("/admin/bookings")
            .fill("Person or booking", mentee.name())
            .press("Find")
            .sees("Confirmed");
        window.press(By.cssSelector("#bookings tbody th a")).at("/admin/bookings/" + booking).accessible();
        window.press("Cancel as an admin")
            .at("/admin/bookings/" + booking + "/cancellation")
            .fill("Why", "The mentor asked us to.")
            .accessible();
        window.press("Cancel the session").at("/admin/bookings/" + booking).sees("The mentor asked us to.").quiet();
        assertThat(market.latest(mentee).status()).isEqualTo(BookingStatus.CANCELLED);
        window.open("/admin/audit?subject=" + booking)
            .sees("Cancelled a booking")
            .sees("The mentor asked us to.")
            .accessible();
        tasks.runDue();
        assertThat(subjects(mentee)).last().asString().startsWith("Cancelled: ");
    }

    @Test
    void anAdminSuspendsSomebodyWithoutScripts(Window window, Window desk) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var mentee = cast.mentee();
        market.book(mentee, offer);
        desk.signIn(mentor).open("/home").sees("Hello, Milo Mentor");
        window.signIn(cast.admin()).scripts(false);
        window.open("/admin/accounts?q=" + mentor.email()).press(By.cssSelector("#accounts tbody th a"));
        window.at("/admin/accounts/" + mentor.id()).press("Suspend").sees("What is called off");
        window.fill("Why", "Two complaints about the same thing.").press("Suspend this account");
        window.at("/admin/accounts/" + mentor.id()).sees("What was ahead is being called off");
        desk.open("/home").at("/sign-in");
        tasks.runDue();
        assertThat(market.latest(mentee).status()).isEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void thePanelFitsAPhone(Window window) {
        var mentor = market.mentor();
        market.book(cast.mentee(), market.offer(mentor, 0, Confirmation.INSTANT));
        window.signIn(cast.admin()).width(360);
        for (var page : List.of("/admin", "/admin/bookings?q=" + mentor.email(), "/admin/accounts?q=" + mentor.email(),
                "/admin/accounts/" + mentor.id(), "/admin/accounts/" + mentor.id() + "/suspension", "/admin/outbox",
                "/admin/tasks", "/admin/settings", "/admin/audit")) {
            window.open(page).settle();
            assertThat(window.fits()).as(page).isTrue();
            window.accessible();
        }
    }

    @Test
    void aProposalThatWaitsIsOnTheBadge(Window window) {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var mentee = cast.mentee();
        var starts = market.starts(offer);
        var booking = market.book(mentee.viewer(), offer, starts.get(30));
        propose.propose(mentor.viewer(), booking, starts.get(60), null, FormToken.next(), clock.instant());
        window.signIn(mentee).open("/mentors");
        window.waitsFor(() -> window.find(".nav-link[href='/home'] .count").getText().startsWith("1"), "the badge");
    }
}
