package com.mentormatch.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mentormatch.availability.DatedException;
import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.Hours;
import com.mentormatch.availability.Travel;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.browser.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;

/** A mentor plans what is different on certain dates: with the pointer, with the keyboard alone, and without scripts. */
class PlanDatesTests extends Journey {

    private static final String DATES = "/mentor/availability/dates";

    @Autowired
    EditAvailability availability;

    private Actor mentor;
    private LocalDate tuesday;

    @BeforeEach
    void mentor() {
        mentor = market.mentor();
        tuesday = LocalDate.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() + 1, 6, 9);
    }

    @Test
    void draggedOverTheYearRemovedAndBroughtBack(Window window) {
        window.signIn(mentor).open(DATES).press(By.cssSelector("#year a[href$='year=" + tuesday.getYear() + "']"));
        window.sees("Your year " + tuesday.getYear());
        new Actions(window.driver()).moveToElement(day(window, tuesday))
            .clickAndHold()
            .moveToElement(day(window, tuesday.plusDays(1)))
            .moveToElement(day(window, tuesday.plusDays(8)))
            .release()
            .perform();
        assertThat(window.typed("first")).isEqualTo(tuesday.toString());
        assertThat(window.typed("last")).isEqualTo(tuesday.plusDays(8).toString());
        assertThat(window.driver().findElements(By.cssSelector("#year [data-chosen]"))).hasSize(9);
        window.fill("Note (optional)", "Away").press("Save this date").sees("Saved. Mentees see it at once.");
        assertThat(exceptions()).containsExactly(new Off(tuesday, tuesday.plusDays(8)));

        new Actions(window.driver()).click(day(window, tuesday.plusDays(2))).perform();
        window.sees("Planned on these days already");
        new Actions(window.driver()).keyDown(Keys.SHIFT)
            .click(day(window, tuesday.plusDays(4)))
            .keyUp(Keys.SHIFT)
            .perform();
        window.press(By.xpath("//label[contains(., 'Other hours')]")).fill("Hours", "9-12, nonsense");
        window.press("Save this date").sees("Please correct this before you go on");
        window.fill("Hours", "9-12").press("Save this date").sees("Does not count on");
        assertThat(exceptions())
            .contains(new OtherHours(tuesday.plusDays(2), tuesday.plusDays(4), List.of(new Hours(540, 720))));

        for (var width : new int[]{Window.DESK, 768, Window.PHONE}) {
            window.width(width).open(DATES + "?year=" + tuesday.getYear()).accessible().shot("dates-" + width);
            assertThat(window.dark(true).shot("dates-" + width + "-dark").flaws("color-contrast")).isEmpty();
            window.dark(false);
        }
        window.fitsThumbs().width(Window.DESK).open(DATES);
        window.press(By.xpath("(//*[@id='planned']//button[normalize-space(.)='Remove'])[1]")).sees("Removed: ");
        assertThat(exceptions()).hasSize(1);
        window.press("Undo").sees("Saved. Mentees see it at once.").quiet();
        assertThat(exceptions()).hasSize(2);
    }

    @Test
    void withTheKeyboardAlone(Window window) {
        window.signIn(mentor).open(DATES + "?year=" + tuesday.getYear());
        var first = window.find("#year a[tabindex='0']");
        assertThat(first.getDomAttribute("data-date")).isEqualTo(tuesday.getYear() + "-01-01");
        first.sendKeys(Keys.ARROW_DOWN);
        focused(window).sendKeys(Keys.ARROW_RIGHT);
        focused(window).sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
        assertThat(window.typed("first")).isEqualTo(tuesday.getYear() + "-01-09");
        assertThat(window.typed("last")).isEqualTo(tuesday.getYear() + "-01-10");
        focused(window).sendKeys(Keys.ENTER);
        assertThat(focused(window).getDomAttribute("name")).isEqualTo("kind");
        assertThat(window.typed("first")).as("what was chosen stays").isEqualTo(tuesday.getYear() + "-01-09");
        focused(window).sendKeys(Keys.ENTER);
        window.sees("Saved. Mentees see it at once.").quiet();
        assertThat(exceptions()).singleElement()
            .isEqualTo(new Off(LocalDate.of(tuesday.getYear(), 1, 9), LocalDate.of(tuesday.getYear(), 1, 10)));
    }

    @Test
    void asksBeforeASessionFallsOutside(Window window) {
        var offer = market.offer(mentor, 4500, Confirmation.INSTANT);
        var free = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(free).getFirst();
        market.book(cast.mentee().viewer(), free, start);
        var booked = LocalDate.ofInstant(start, ZoneId.of("Europe/Berlin"));
        window.signIn(mentor).open(DATES + "?first=" + booked).press("Save this date").sees("Mara Mentee");
        assertThat(exceptions()).isEmpty();
        assertThat(window.text()).contains(offer.title());
        window.accessible().shot("dates-asks").width(Window.PHONE).accessible().shot("dates-asks-360");
        window.width(Window.DESK)
            .press("Save, leave these sessions as they are")
            .sees("Saved. Mentees see it at once.");
        assertThat(exceptions()).containsExactly(new Off(booked, booked));
    }

    @Test
    void findsThePlaceOfAStayWhileTyping(Window window) {
        window.signIn(mentor).open("/mentor/availability/travel").fill("Time zone there", "osaka").sees("Osaka");
        window.press(By.cssSelector("button[data-fill][value='Asia/Tokyo']"));
        assertThat(window.typed("zone")).isEqualTo("Asia/Tokyo");
        for (var field : List.of("first", "last")) {
            window.driver()
                .executeScript("arguments[0].value = arguments[1]", window.find("#" + field), tuesday.toString());
        }
        window.find("#zone").sendKeys(Keys.ENTER);
        window.sees("Your hours follow you").quiet();
        assertThat(availability.current(mentor.id()).travels()).extracting(Travel::zone, Travel::first)
            .containsExactly(tuple(ZoneId.of("Asia/Tokyo"), tuesday));
    }

    @Test
    void withoutScripts(Window window) {
        window.signIn(mentor).scripts(false).open(DATES + "?year=" + tuesday.getYear());
        window.press(By.cssSelector("#year a[data-date='" + tuesday + "']"));
        assertThat(window.typed("first")).isEqualTo(tuesday.toString());
        window.press(By.xpath("//label[contains(., 'Block')]"))
            .fill("From, on the first day", "13")
            .fill("Until, on the last day", "24:00")
            .press("Save this date")
            .sees("Saved. Mentees see it at once.")
            .accessible();
        assertThat(exceptions()).containsExactly(new Block(tuesday, 780, tuesday, 1440));
        window.press("Remove").sees("Removed: Block").accessible().press("Undo").sees("Saved.");
        assertThat(exceptions()).hasSize(1);

        window.press("Choose holidays").sees("German Unity Day");
        window.width(Window.PHONE).accessible().shot("holidays-360").width(Window.DESK);
        window.press(By.cssSelector("button[name=all][value=true]")).sees("public holidays are off now");
        assertThat(exceptions()).hasSizeGreaterThan(9);

        window.open("/mentor/availability/travel").sees("No travel planned");
        window.fill("Time zone there", "JST").press("Save this stay").sees("not a time zone by its full name");
        window.accessible().press(By.cssSelector("button[name=pick][value='Asia/Tokyo']"));
        assertThat(window.typed("zone")).isEqualTo("Asia/Tokyo");
        window.fill("Time zone there", "osaka").press("Find zones").sees("Osaka");
        Market.reschedule(availability, mentor.id(), schedule -> schedule
            .withTravels(List.of(Travel.of(tuesday, tuesday.plusDays(9), ZoneId.of("Asia/Tokyo")))));
        window.open("/mentor/availability/travel").sees("09:00 in Tokyo").accessible().shot("travel");
        window.width(Window.PHONE).accessible().shot("travel-360");
    }

    private WebElement day(Window window, LocalDate date) {
        return window.find("#year a[data-date='" + date + "']");
    }

    private static WebElement focused(Window window) {
        return window.driver().switchTo().activeElement();
    }

    private List<DatedException> exceptions() {
        return availability.current(mentor.id()).exceptions().stream().map(ExceptionEntry::exception).toList();
    }
}
