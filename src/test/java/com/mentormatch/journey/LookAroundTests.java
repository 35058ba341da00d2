package com.mentormatch.journey;

import static com.mentormatch.mentor.ListedMentors.mark;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.browser.BrowserTest;
import com.mentormatch.testing.browser.Window;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who has only heard of us. */
@BrowserTest
class LookAroundTests {

    @Autowired
    Cast cast;

    @Autowired
    Market market;

    @Autowired
    Mentors mentors;

    @Test
    void aVisitorFindsAMentorAndSeesFreeTimes(Window visitor) {
        var mentor = market.open(cast.person("Lou " + mark(), Role.MEMBER));
        market.offer(mentor, 4500, Confirmation.REQUEST);
        var slug = mentors.byId(mentor.id()).orElseThrow().slug();

        visitor.open("/").accessible().shot("landing");
        visitor.open("/mentors?q=" + mentor.name().substring(4)).accessible().shot("browse");
        visitor.press(By.cssSelector("a[href*='/mentors/" + slug + "']"));
        visitor.sees(mentor.name()).sees("€45").sees("Berlin").accessible().shot("profile").quiet();

        assertThat(visitor.driver().manage().getCookieNamed("session")).as("no session for looking").isNull();
    }

    @Test
    void itIsAllThereOnAPhoneAndWithoutScripts(Window visitor) {
        var mentor = market.mentor();
        market.offer(mentor, 0, Confirmation.INSTANT);
        var profile = "/mentors/" + mentors.byId(mentor.id()).orElseThrow().slug();

        visitor.width(Window.PHONE);
        for (var page : new String[]{"/", "/mentors", profile, "/zone"}) {
            visitor.open(page).accessible().quiet();
        }
        visitor.open(profile).shot("profile-360");
        visitor.scripts(false).open(profile).sees(mentor.name()).accessible().shot("profile-360-plain");
    }
}
