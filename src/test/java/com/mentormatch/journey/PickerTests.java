package com.mentormatch.journey;

import static com.mentormatch.mentor.ListedMentors.mark;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.Role;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.ListedMentors;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.browser.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;

/** Choosing a time: with the pointer, with the keyboard, without scripts, and after somebody else was faster. */
class PickerTests extends Journey {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    EditProfile profiles;
    @Autowired
    EditAvailability availability;

    private final String skill = mark();

    @Test
    void withThePointerNothingJumpsAndBackGoesThroughDaysAndMonths(Window window) {
        var mentor = helper("Milo");
        market.offer(mentor, 4500, Confirmation.INSTANT);
        market.offer(mentor, OfferKind.TRIAL, 30, 0, Confirmation.REQUEST);
        window.zone("Asia/Tokyo").open(profile(mentor)).sees("Times in Tokyo, your time zone").sees("Next free:");
        var first = window.find("#times-shown").getText();
        window.driver().executeScript("window.scrollTo(0, 60)");
        var before = where(window);
        click(window, "#times-later");
        window.waitsFor(() -> !window.find("#times-shown").getText().equals(first), "the next month");
        assertThat(where(window)).isEqualTo(before);
        assertThat(focused(window)).isEqualTo("times-later");
        assertThat(window.path()).contains("month=").endsWith("#times");

        var days = window.driver().findElements(By.cssSelector("#times .calendar td > a"));
        var third = days.get(2).getDomAttribute("id");
        click(window, "#" + third);
        window.waitsFor(() -> "true".equals(window.find("#" + third).getDomAttribute("aria-current")), "that day");
        assertThat(focused(window)).isEqualTo(third);
        assertThat(where(window)).isEqualTo(before);
        assertThat(window.path()).contains("day=" + third.substring(4));

        window.driver().navigate().back();
        window.settle().waitsFor(() -> !window.path().contains("day="), "back among the days");
        assertThat(window.find("#times-shown").getText()).isNotEqualTo(first);
        window.driver().navigate().back();
        window.settle().waitsFor(() -> !window.path().contains("month="), "back to the first month");
        window.sees(first);
        window.press("Show by week").at("view=week").sees("–").accessible().quiet();
        assertThat(window.width(Window.PHONE).find("#times .times a").isDisplayed()).as("times on a phone").isTrue();

        window.width(Window.PHONE).open(profile(mentor)).press(By.cssSelector(".profile-bar a")).at("#times");
        assertThat((Boolean) window.driver()
            .executeScript("return document.querySelector('#times').getBoundingClientRect().top"
                    + " >= document.querySelector('body > header').getBoundingClientRect().bottom"))
            .isTrue();
        window.fitsThumbs();
    }

    @Test
    void withTheKeyboard(Window window) {
        var mentor = helper("Milo");
        market.offer(mentor, 0, Confirmation.INSTANT);
        window.open(profile(mentor)).sees("your time zone");
        click(window, "#times-later");
        window.waitsFor(() -> window.path().contains("month="), "the next month");
        window.settle();
        var stops = window.driver().findElements(By.cssSelector("#times .calendar td > a[tabindex='0']"));
        assertThat(stops).as("one stop for the tab key").hasSize(1);
        var first = LocalDate.parse(stops.getFirst().getDomAttribute("id").substring(4));
        window.driver().executeScript("arguments[0].focus()", stops.getFirst());

        assertThat(key(window, Keys.ARROW_RIGHT)).isEqualTo("day-" + first.plusDays(1));
        assertThat(key(window, Keys.ARROW_DOWN)).isEqualTo("day-" + first.plusDays(8));
        assertThat(key(window, Keys.ARROW_LEFT)).isEqualTo("day-" + first.plusDays(7));
        assertThat(key(window, Keys.ARROW_UP)).isEqualTo("day-" + first);
        key(window, Keys.ARROW_DOWN);
        var sunday = first.plusDays(7).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        assertThat(key(window, Keys.END)).isEqualTo("day-" + sunday);
        assertThat(key(window, Keys.HOME)).isEqualTo("day-" + sunday.minusDays(6));
        key(window, Keys.PAGE_UP);
        window.waitsFor(() -> focused(window).startsWith("day-" + first.minusMonths(1).toString().substring(0, 7)),
                "the month before");
        key(window, Keys.PAGE_DOWN);
        window.waitsFor(() -> focused(window).startsWith("day-" + first.toString().substring(0, 7)), "and back");
        var day = focused(window);
        key(window, Keys.ENTER);
        window.waitsFor(() -> window.path().contains(day.replace("day-", "day=")), "that day").settle();
        assertThat(focused(window)).isEqualTo(day);
        assertThat(window.find("[role=status].visually-hidden").getDomProperty("textContent"))
            .contains("days with free times");
        key(window, Keys.TAB);
        assertThat(focusedHref(window)).contains("/bookings/new?offer=");
        window.accessible().quiet();
    }

    @Test
    void withoutScripts(Window window) {
        var mentor = helper("Milo");
        market.offer(mentor, 0, Confirmation.INSTANT);
        window.width(Window.PHONE).scripts(false).open(profile(mentor)).sees("Times in Berlin, where Milo " + skill);
        window.press(By.cssSelector(".profile-bar a")).at("#times");
        window.width(Window.DESK).open(profile(mentor));
        window.press(By.id("times-later")).at("month=").press(By.xpath("(//*[@id='times']//td/a)[3]")).at("day=");
        var day = window.path();
        window.press("Change zone").at("/zone?back=").fill("Show times in", "Asia/Tokyo").press("Use this zone");
        window.at("day=").sees("Times in Tokyo, your time zone");
        assertThat(window.path()).isEqualTo(day);
        assertThat(window.driver().manage().getCookieNamed("session")).as("no session for looking").isNull();
        window.press("Show by week").at("view=week").sees("Times in Tokyo").press(By.id("times-later"));
        window.press("Show by month").sees("Next free:");
        window.press(By.cssSelector("#times .times a")).at("/sign-in");
    }

    @Test
    void theZoneIsChangedInTheLine(Window window) {
        var mentor = helper("Milo");
        market.offer(mentor, 0, Confirmation.INSTANT);
        window.open(profile(mentor)).sees("Times in Berlin, your time zone");
        click(window, "#times-later");
        window.at("month=").press("Change zone").sees("Show times in");
        window.waitsFor(() -> "zone".equals(focused(window)), "the field has the focus");
        window.accessible().shot("picker-zone").fill("Show times in", "Asia/Kathmandu").press("Use this zone");
        window.sees("Times in Kathmandu, your time zone").at("day=");
    }

    @Test
    void whoComesSecondGoesOnWithSomebodyElse(Window window) {
        var wanted = market.offer(helper("Milo"), 0, Confirmation.INSTANT);
        market.offer(helper("Olga"), 0, Confirmation.REQUEST);
        market.offer(helper("Bartholomew-Maximilian von und zu Hohenstein"), 4500, Confirmation.INSTANT);
        var start = market.starts(wanted).get(10);
        var mentee = cast.mentee();
        write(window.signIn(mentee).open(form(wanted, start)));
        market.book(cast.mentee().viewer(), wanted, start);
        window.press("Book for free").sees("Time slot is no longer available").sees("Olga " + skill);
        everyWidth(window.accessible(), "lost");
        window.press("Choose Olga " + skill).sees("Book a session with Olga").at("/bookings/new?offer=");
        assertThat(window.path()).contains("start=" + start);
        assertThat(window.typed("topic")).isEqualTo(TOPIC);
        assertThat(window.typed("message")).isEqualTo(MESSAGE);
        window.press("Send the request").at("/bookings/").sees("Olga " + skill + " answers by").quiet();

        var plain = cast.mentee();
        write(window.forgetMe().open("/").scripts(false).signIn(plain).open(form(wanted, start)))
            .sees("Time slot is no longer available");
        window.press("Choose Bartholomew-Maximilian von und zu Hohenstein " + skill).sees("Book for €45");
        assertThat(window.typed("topic")).isEqualTo(TOPIC);
        write(window.open(form(wanted, start)));
        window.find("#topic").sendKeys(Keys.ENTER);
        window.sees("Book a session with Milo").sees("Time slot is no longer available");
        assertThat(bookings(plain)).isEmpty();
    }

    /** What is looked at: a full month, a week, a month with nothing in it, a time with much to mind. */
    @Test
    void asItLooks(Window window) {
        var mentor = helper("Bartholomew-Maximilian von und zu Hohenstein");
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        market.offer(mentor, OfferKind.TRIAL, 30, 0, Confirmation.REQUEST);
        var night = LocalDate.of(2027, 10, 31).atStartOfDay(BERLIN).toInstant();
        clock.moveTo(night.minusSeconds(20 * 86_400));
        look(window, profile(mentor) + "?day=2027-10-31", "month");
        look(window, profile(mentor) + "?day=2027-10-31&view=week", "week");
        availability.save(mentor.id(), new Schedule(List.of(new WeeklyWindow(DayOfWeek.MONDAY, 540, 720)),
                new SessionSettings(0, 14 * 1440, 20, null), 1));
        look(window, profile(mentor) + "?month=2027-10", "few");
        look(window, profile(mentor) + "?month=2027-11", "none");
        availability.save(mentor.id(), new Schedule(List.of(), new SessionSettings(0, 60, 20, null), 2));
        look(window, profile(mentor), "booked-out");
        minding(window, offer, mentor);
    }

    private void minding(Window window, OfferTerms offer, Actor mentor) {
        availability.save(mentor.id(), new Schedule(List.of(new WeeklyWindow(DayOfWeek.WEDNESDAY, 0, 1440)),
                new SessionSettings(0, 60, 60, null), 3));
        clock.moveTo(Instant.parse("2027-10-12T12:00:00Z"));
        window.zone("America/New_York").driver().manage().deleteCookieNamed("zone");
        window.signIn(cast.mentee()).open("/home");
        look(window, form(offer, Instant.parse("2027-11-03T01:00:00Z")), "minding");
        assertThat(window.text()).contains("Clocks change in Berlin on Sun 31 October");
    }

    private void look(Window window, String page, String name) {
        window.open(page);
        everyWidth(window, name);
        window.accessible().quiet();
        assertThat(window.dark(true).flaws("color-contrast")).isEmpty();
        window.dark(false);
    }

    private static void everyWidth(Window window, String name) {
        for (var width : new int[]{Window.PHONE, 768, Window.DESK}) {
            assertThat(window.width(width).fits()).as(name + " at " + width).isTrue();
            window.shot("picker-" + name + "-" + width);
            window.dark(true).shot("picker-" + name + "-" + width + "-dark").dark(false);
        }
    }

    private Actor helper(String name) {
        var mentor = market.open(cast.person(name + " " + skill, Role.MEMBER));
        profiles.save(mentor.id(), ListedMentors.text("Plain answers", skill), true, clock.instant());
        return mentor;
    }

    private static void click(Window window, String css) {
        new Actions(window.driver()).click(window.find(css)).perform();
        window.settle();
    }

    private static String key(Window window, Keys key) {
        new Actions(window.driver()).sendKeys(key).perform();
        window.settle();
        return focused(window);
    }

    private static String focused(Window window) {
        return (String) window.driver().executeScript("return document.activeElement.id");
    }

    private static String focusedHref(Window window) {
        return (String) window.driver().executeScript("return document.activeElement.getAttribute('href')");
    }

    /** Where the page and the panel's calendar stand on the screen. */
    private static List<?> where(Window window) {
        return (List<?>) window.driver().executeScript("""
                const top = of => Math.round(document.querySelector(of).getBoundingClientRect().top);
                return [Math.round(scrollY), top('#times'), top('#times-shown'), top('#day')]""");
    }
}
