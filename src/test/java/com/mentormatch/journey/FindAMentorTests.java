package com.mentormatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.ListedMentors;
import com.mentormatch.mentor.RateMentor;
import com.mentormatch.mentor.RefreshOpenings;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.browser.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who looks for the right person at the right time. */
class FindAMentorTests extends Journey {

    @Autowired
    EditProfile profiles;
    @Autowired
    RateMentor rate;
    @Autowired
    RefreshOpenings openings;

    private final String mark = ListedMentors.mark();

    @BeforeEach
    void twoMentors() {
        rate.rate(mentor("Rosa Rated", 4500).id(), 23, 113);
        mentor("Nils Newcomer", 0);
        openings.refresh(clock.instant());
    }

    @Test
    void filtersAndOrdersStayInTheAddressAndWorkBackwards(Window visitor) {
        visitor.zone("Europe/Lisbon");
        unfolded(visitor.open("/mentors?q=" + mark)).sees("Rosa Rated").sees("Nils Newcomer").sees("4.9").accessible();
        visitor.press(By.name("free")).at("free=true").find("#mentor-results .chip[title='Without Free of charge']");
        assertThat(visitor.shows("Rosa Rated")).isFalse();
        assertThat(visitor.driver().switchTo().activeElement().getDomAttribute("name")).as("focus").isEqualTo("free");

        choose(visitor, "sort", "next").at("sort=next");
        assertThat(visitor.driver().switchTo().activeElement().getDomAttribute("name")).as("focus").isEqualTo("sort");
        visitor.driver().navigate().back();
        visitor.at("free=true").waitsFor(() -> !visitor.path().contains("sort"), "the page before");
        visitor.waitsFor(() -> visitor.find("#sort").getDomProperty("value").isEmpty(), "the best match first");
        visitor.driver().navigate().back();
        visitor.waitsFor(() -> !visitor.path().contains("free"), "the first page").sees("Rosa Rated");

        choose(unfolded(visitor), "hour", "15").at("hour=15").sees("Free at 15:00 your time").sees("15:00");
        choose(visitor, "rating", "4.5").at("rating=4.5").sees("4.5 stars and up");
        visitor.waitsFor(() -> !visitor.shows("Nils Newcomer"), "only the rated").accessible().shot("browse-filtered");
        visitor.press(By.cssSelector("#mentor-results .chip[href*='hour=15']:not([href*='rating'])"))
            .sees("Nils Newcomer")
            .quiet();
        assertThat(visitor.path()).contains("hour=15").doesNotContain("rating");

        visitor.press(By.cssSelector(".mentor-card-slot")).at("/sign-in");
    }

    @Test
    void itWorksWithoutScriptsAndOnAPhone(Window visitor) {
        visitor.zone("Europe/Lisbon");
        visitor.scripts(false).open("/mentors?q=" + mark);
        choose(visitor, "sort", "rating");
        visitor.press(By.cssSelector(".browse-sort button")).at("sort=rating").sees("Rosa Rated");
        var text = visitor.text();
        assertThat(text.indexOf("Rosa Rated")).isLessThan(text.indexOf("Nils Newcomer"));
        visitor.scripts(true).width(Window.PHONE).open("/mentors?q=" + mark + "&sort=rating&week=true");
        visitor.accessible().fitsThumbs().shot("browse-360");
        visitor.dark(true).open("/mentors?q=" + mark + "&sort=rating").accessible().shot("browse-360-dark");
        visitor.width(Window.DESK).open("/mentors?q=" + mark + "&hour=15&sort=next").accessible().shot("browse-dark");
        visitor.dark(false).open("/mentors?q=" + mark + "&hour=15&language=sw").accessible().shot("browse-empty");
        assertThat(visitor.find(".empty").getText()).contains("Without Speaks Swahili");
    }

    /** There is room for the filters: they show, folded or not, which the driver does not see. */
    private static Window unfolded(Window visitor) {
        visitor.driver().executeScript("document.querySelector('.browse-filters').open = true");
        return visitor;
    }

    private Window choose(Window visitor, String name, String value) {
        new Select(visitor.find("#" + name)).selectByValue(value);
        return visitor;
    }

    private Actor mentor(String name, long price) {
        var mentor = market.open(cast.person(name, Role.MEMBER));
        profiles.save(mentor.id(), ListedMentors.text(mark, "Java", "Career change"), true, clock.instant());
        market.offer(mentor, price, Confirmation.INSTANT);
        return mentor;
    }
}
