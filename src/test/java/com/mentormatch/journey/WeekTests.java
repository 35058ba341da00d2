package com.mentormatch.journey;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.browser.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.springframework.beans.factory.annotation.Autowired;

/** A mentor draws a week: with a mouse, with the keyboard alone, with a finger, and without scripts. */
class WeekTests extends Journey {

    private static final String PAGE = "/mentor/availability";

    @Autowired
    EditAvailability availability;

    private Actor mentor;

    @BeforeEach
    void hasHoursOnTwoDays() {
        mentor = market.mentor();
        Market.reschedule(availability, mentor.id(), schedule -> schedule
            .withWeek(List.of(new WeeklyWindow(MONDAY, 540, 720), new WeeklyWindow(SUNDAY, 1320, 1500))));
    }

    @Test
    void withAMouse(Window window) {
        open(window);
        assertThat(line(window, SUNDAY)).isEqualTo("22:00–01:00");

        drag(window, TUESDAY, "10:00", TUESDAY, "13:00");
        assertThat(line(window, TUESDAY)).as("drawn").isEqualTo("10:00–13:00");

        drag(window, TUESDAY, "11:00", WEDNESDAY, "12:30");
        assertThat(line(window, TUESDAY)).as("moved away").isEmpty();
        assertThat(line(window, WEDNESDAY)).as("moved").isEqualTo("11:30–14:30");

        pull(window, WEDNESDAY, "end", 16 * 60 + 15);
        assertThat(line(window, WEDNESDAY)).as("its end pulled").isEqualTo("11:30–16:15");
        pull(window, WEDNESDAY, "start", 9 * 60);
        assertThat(line(window, WEDNESDAY)).as("its start pulled").isEqualTo("09:00–16:15");
        pull(window, MONDAY, "start", 0);
        assertThat(line(window, MONDAY)).as("up to the night before").isEqualTo("01:00–12:00");

        window.press("Undo");
        assertThat(line(window, MONDAY)).isEqualTo("09:00–12:00");
        window.press("Undo").press("Undo");
        assertThat(line(window, WEDNESDAY)).isEqualTo("11:30–14:30");

        window.press(By.cssSelector(".week-day[data-day='2'] button")).press("Remove");
        assertThat(line(window, WEDNESDAY)).isEmpty();

        window.press("Copy a day");
        window.find("#copyFrom option[value='1']").click();
        window.press(By.xpath("//label[@class='chip'][normalize-space(.)='Thursday']")).press("Copy to these days");
        assertThat(line(window, THURSDAY)).isEqualTo("09:00–12:00");
        window.accessible();

        window.press("Save availability").sees("Your availability is saved").quiet();
        assertThat(windows()).containsExactly(new WeeklyWindow(MONDAY, 540, 720), new WeeklyWindow(THURSDAY, 540, 720),
                new WeeklyWindow(SUNDAY, 1320, 1500));
    }

    @Test
    void withTheKeyboardAlone(Window window) {
        open(window);
        focus(window, "[data-add='4']").sendKeys(Keys.ENTER);
        assertThat(line(window, FRIDAY)).isEqualTo("09:00–10:00");
        assertThat(heard(window)).isEqualTo("Added: Friday, 09:00 to 10:00");

        keys(window, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(line(window, FRIDAY)).isEqualTo("09:30–10:30");
        keys(window, Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN), Keys.chord(Keys.ALT, Keys.ARROW_UP));
        assertThat(line(window, FRIDAY)).isEqualTo("09:15–10:45");
        keys(window, Keys.ARROW_LEFT);
        assertThat(line(window, FRIDAY)).isEmpty();
        assertThat(line(window, THURSDAY)).isEqualTo("09:15–10:45");
        assertThat(heard(window)).isEqualTo("Thursday, 09:15 to 10:45");

        keys(window, Keys.ENTER);
        assertThat(window.driver().switchTo().activeElement().getDomAttribute("name")).isEqualTo("hours[3]");
        keys(window, "8-12, 20-24", Keys.ENTER);
        assertThat(window.driver().switchTo().activeElement().getAccessibleName())
            .isEqualTo("Thursday, 08:00 to 12:00");
        keys(window, Keys.DELETE);
        assertThat(line(window, THURSDAY)).isEqualTo("20:00–24:00");
        assertThat(heard(window)).isEqualTo("Removed: Thursday, 08:00 to 12:00");
        keys(window, Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN));
        assertThat(line(window, THURSDAY)).as("across midnight").isEqualTo("20:00–00:15");
        keys(window, Keys.chord(Keys.CONTROL, "z"), Keys.chord(Keys.CONTROL, "z"));
        assertThat(line(window, THURSDAY)).isEqualTo("8-12, 20-24");

        focus(window, "form#availability .actions button").sendKeys(Keys.ENTER);
        window.sees("Your availability is saved").quiet();
        assertThat(windows()).contains(new WeeklyWindow(THURSDAY, 480, 720), new WeeklyWindow(THURSDAY, 1200, 1440));
    }

    @Test
    void withAFinger(Window window) {
        open(window.width(Window.PHONE));
        window.fitsThumbs();
        assertThat(window.find(".week-day[data-shown]").getAccessibleName()).isEqualTo("Monday");
        window.press(By.cssSelector("[data-show='1']"));

        tap(window, TUESDAY, "08:00");
        assertThat(line(window, TUESDAY)).as("a tap is an hour").isEqualTo("08:00–09:00");
        swipe(window, TUESDAY, 8 * 60 + 30, 10 * 60 + 30);
        assertThat(line(window, TUESDAY)).as("what is chosen moves").isEqualTo("10:00–11:00");

        var before = scrolled(window);
        swipe(window, TUESDAY, 12 * 60, 9 * 60 + 30);
        assertThat(line(window, TUESDAY)).as("a swipe scrolls and draws nothing").isEqualTo("10:00–11:00");
        assertThat(scrolled(window)).isGreaterThan(before);

        tap(window, TUESDAY, "13:00");
        assertThat(line(window, TUESDAY)).isEqualTo("10:00–11:00, 13:00–14:00");
        window.press("Remove").press("Save availability").sees("Your availability is saved").quiet();
        assertThat(windows()).contains(new WeeklyWindow(TUESDAY, 600, 660)).hasSize(3);
    }

    @Test
    void withoutScripts(Window window) {
        window.scripts(false);
        open(window);
        assertThat(window.driver().findElement(By.cssSelector(".week")).isDisplayed()).isFalse();
        window.fill("Tuesday", "9-11, 22-2").press("Copy a day");
        window.find("#copyFrom option[value='2']").click();
        window.press(By.xpath("//label[@class='chip'][normalize-space(.)='Thursday']")).press("Copy to these days");
        assertThat(line(window, THURSDAY)).isEqualTo("9-11, 22-2");
        window.fill("Your hours are by the clock in", "kiev").press("Find zones").sees("Kyiv");
        window.press(By.cssSelector("button[name=pick][value='Europe/Kyiv']"));
        assertThat(window.typed("zone")).isEqualTo("Europe/Kyiv");
        assertThat(line(window, THURSDAY)).as("nothing typed is lost").isEqualTo("9-11, 22-2");
        window.press("Preview").sees("What mentees would see").accessible();
        window.press(By.cssSelector(".actions button[data-kind=primary]")).sees("Your availability is saved");
        assertThat(windows()).contains(new WeeklyWindow(THURSDAY, 1320, 1560));
    }

    @Test
    void findsAZoneWhileTyping(Window window) {
        open(window);
        window.fill("Your hours are by the clock in", "new york").sees("New York");
        window.press(By.cssSelector("button[data-fill][value='America/New_York']"));
        assertThat(window.typed("zone")).isEqualTo("America/New_York");
        window.press("Save availability").sees("by the clock in New York").quiet();
    }

    @Test
    void isToldAboutTheOtherTab(Window window) {
        open(window);
        var first = window.tab();
        window.newTab().open(PAGE).fill("Monday", "10-11").press("Save availability").sees("is saved");
        window.tab(first);
        focus(window, ".week-day[data-day='0'] button").sendKeys(Keys.ARROW_DOWN);
        window.press("Save availability")
            .sees("You saved something else in the meantime")
            .sees("10:00–11:00")
            .accessible();
        assertThat(line(window, MONDAY)).isEqualTo("09:15–12:15");
        window.press("Save mine over it").sees("is saved").quiet();
        assertThat(windows()).contains(new WeeklyWindow(MONDAY, 555, 735));
    }

    @Test
    void isAskedOnceWhereASessionLiesOutside(Window window) {
        market.book(cast.mentee(), market.offer(mentor, 0, Confirmation.INSTANT));
        open(window);
        window.fill("Monday", "").fill("Sunday", "").press("Save availability");
        window.sees("Nothing is saved yet").sees("One session would be outside your hours").accessible();
        window.press("Save and leave them as they are").sees("is saved").quiet();
        assertThat(windows()).isEmpty();
    }

    private void open(Window window) {
        window.signIn(mentor).open(PAGE);
    }

    private List<WeeklyWindow> windows() {
        return availability.current(mentor.id()).windows();
    }

    private static String line(Window window, DayOfWeek day) {
        return window.typed("hours[" + (day.getValue() - 1) + "]");
    }

    private static String heard(Window window) {
        return window.driver().findElement(By.cssSelector("[data-say]")).getDomProperty("textContent").strip();
    }

    private static WebElement focus(Window window, String css) {
        var element = window.find(css);
        window.driver().executeScript("arguments[0].focus()", element);
        return element;
    }

    private static void keys(Window window, CharSequence... keys) {
        for (var key : keys) {
            window.driver().switchTo().activeElement().sendKeys(key);
        }
    }

    /** Where a time of a day is in the window now, scrolled to if need be. */
    private static int[] place(Window window, DayOfWeek day, int minute) {
        @SuppressWarnings("unchecked")
        var at = (List<Number>) window.driver()
            .executeScript("""
                    const column = document.querySelector(`.week-day[data-day='${arguments[0]}']`);
                    const box = column.getBoundingClientRect();
                    return [box.left + box.width / 2, box.top + 1 + arguments[1] / 1440 * box.height]""",
                    day.getValue() - 1, minute);
        return at.stream().mapToInt(Number::intValue).toArray();
    }

    private static void scrollTo(Window window, int minute) {
        window.driver()
            .executeScript("""
                    const region = document.querySelector('.week-scroll');
                    region.scrollIntoView({block: 'center', behavior: 'instant'});
                    region.scrollTop = arguments[0] / 1440 * document.querySelector('.week-body').offsetHeight - 120""",
                    minute);
    }

    private static int minutes(String clock) {
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
    }

    private static void drag(Window window, DayOfWeek fromDay, String from, DayOfWeek toDay, String to) {
        scrollTo(window, Math.min(minutes(from), minutes(to)));
        var start = place(window, fromDay, minutes(from));
        var end = place(window, toDay, minutes(to));
        mouse(window, start, end);
    }

    private static void pull(Window window, DayOfWeek day, String edge, int to) {
        var column = ".week-day[data-day='" + (day.getValue() - 1) + "'] > button [data-edge=" + edge + "]";
        scrollTo(window, to > 120 ? to - 60 : to);
        @SuppressWarnings("unchecked")
        var at = (List<Number>) window.driver().executeScript("""
                const box = document.querySelector(arguments[0]).getBoundingClientRect();
                return [box.left + box.width / 2, box.top + box.height / 2]""", column);
        mouse(window, at.stream().mapToInt(Number::intValue).toArray(), place(window, day, to));
    }

    private static void mouse(Window window, int[] from, int[] to) {
        var mouse = new PointerInput(PointerInput.Kind.MOUSE, "mouse");
        perform(window, mouse, from, to);
    }

    private static void tap(Window window, DayOfWeek day, String clock) {
        scrollTo(window, minutes(clock));
        var at = place(window, day, minutes(clock));
        perform(window, new PointerInput(PointerInput.Kind.TOUCH, "finger"), at, at);
    }

    private static void swipe(Window window, DayOfWeek day, int from, int to) {
        scrollTo(window, Math.min(from, to));
        perform(window, new PointerInput(PointerInput.Kind.TOUCH, "finger"), place(window, day, from),
                place(window, day, to));
    }

    private static void perform(Window window, PointerInput pointer, int[] from, int[] to) {
        var port = PointerInput.Origin.viewport();
        var steps = new Sequence(pointer, 0);
        steps.addAction(pointer.createPointerMove(Duration.ZERO, port, from[0], from[1]));
        steps.addAction(pointer.createPointerDown(PointerInput.MouseButton.LEFT.asArg()));
        if (from != to) {
            steps.addAction(pointer.createPointerMove(Duration.ofMillis(60), port, (from[0] + to[0]) / 2,
                    (from[1] + to[1]) / 2));
            steps.addAction(pointer.createPointerMove(Duration.ofMillis(60), port, to[0], to[1]));
        }
        steps.addAction(pointer.createPointerUp(PointerInput.MouseButton.LEFT.asArg()));
        window.driver().perform(List.of(steps));
    }

    private static double scrolled(Window window) {
        return ((Number) window.driver()
            .executeScript("return scrollY + document.querySelector('.week-scroll').scrollTop")).doubleValue();
    }
}
