package com.mentormatch.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Browser;
import com.mentormatch.testing.Cast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.FileSystemUtils;

/** One person's browser, with cookies of its own. Things are found the way people find them: by what is written there. */
public final class Window {

    public static final int DESK = 1280;
    public static final int PHONE = 360;

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final boolean PICTURES = Boolean.getBoolean("pictures");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String base;
    private final MockMvcTester door;
    private final Path profile;
    private final ChromeDriver driver;
    private boolean scripts = true;

    /** @param door of the product at that port, for what is quicker done without a page */
    Window(int port, MockMvcTester door) {
        try {
            this.base = "http://localhost:" + port;
            this.door = door;
            this.profile = Files.createTempDirectory("mentormatch-chromium-");
            this.driver = start(profile);
            empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeDriver start(Path profile) {
        var chromium = Chromium.ofThisMachine();
        var options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-quic", "--disable-background-networking",
                "--no-first-run", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--disable-default-apps", "--hide-scrollbars", "--lang=en-US", "--user-data-dir=" + profile);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.SEVERE);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder().usingDriverExecutable(chromium.driver().toFile())
            .withSilent(true)
            .build();
        return new ChromeDriver(service, options);
    }

    /** As new: signed out, nothing remembered, scripts on, 1280 wide, in Berlin. */
    Window empty() {
        var tabs = driver.getWindowHandles().stream().toList();
        tabs.stream().skip(1).forEach(tab -> driver.switchTo().window(tab).close());
        driver.switchTo().window(tabs.getFirst());
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.get("about:blank");
        scripts(true);
        width(DESK);
        dark(false);
        zone("Europe/Berlin");
        driver.manage().logs().get(LogType.BROWSER);
        return this;
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** @param path on this site, or a whole address */
    public Window open(String path) {
        driver.get(path.startsWith("/") ? base + path : path);
        return settle();
    }

    /** Through the real door, but not its page: what is shown stays until something is opened. */
    public Window signIn(Actor actor) {
        var behind = new Browser(door);
        assertThat(behind.signIn(actor.email(), Cast.PASSWORD)).hasStatus(303);
        driver.executeCdpCommand("Network.setCookie", Map.of("name", "session", "value", behind.cookie("session"),
                "url", base + "/", "path", "/", "httpOnly", true, "sameSite", "Lax"));
        return this;
    }

    /** Where the sign-in form is on the page already. */
    public Window signInHere(Actor actor) {
        return fill("E-mail", actor.email()).fill("Password", Cast.PASSWORD)
            .press(By.cssSelector("main form button[data-kind=primary]"));
    }

    /** A second tab of the same person; what follows happens there, until {@link #tab} goes back. */
    public Window newTab() {
        driver.switchTo().newWindow(WindowType.TAB);
        return this;
    }

    /** @param name as {@link #tab()} gave it */
    public Window tab(String name) {
        driver.switchTo().window(name);
        return this;
    }

    public String tab() {
        return driver.getWindowHandle();
    }

    public Window width(int pixels) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 640));
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", pixels < 640));
        return this;
    }

    /** The zone the browser says it is in. */
    public Window zone(String id) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", id));
        return this;
    }

    /** Without animation, so that nothing is looked at half faded. */
    public Window dark(boolean dark) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /** As it is printed by somebody who reads in the dark. */
    public Window printed() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("media", "print", "features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        return this;
    }

    /** Whether pages may run scripts; takes effect with the next page. */
    public Window scripts(boolean on) {
        scripts = on;
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
        return this;
    }

    /** Presses the visible button or follows the visible link with that text. */
    public Window press(String text) {
        return press(
                By.xpath("//*[self::button or self::a or self::summary][normalize-space(.)=" + quoted(text) + "]"));
    }

    public Window press(By what) {
        await(() -> {
            var target = visible(what);
            if (scripts) {
                driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", target);
            }
            target.click();
            return true;
        }, what + " that stays to be pressed");
        return settle();
    }

    /** Types into the field with that label, in the place of what was there; pastes what is long. */
    public Window fill(String label, String value) {
        var field = visible(By
            .xpath("//*[self::input or self::textarea][@id=//label[normalize-space(.)=" + quoted(label) + "]/@for]"));
        field.clear();
        if (scripts && value.length() > 100) {
            driver.executeScript("arguments[0].value = arguments[1];"
                    + " arguments[0].dispatchEvent(new Event('input', { bubbles: true }))", field, value);
        } else {
            field.sendKeys(value);
        }
        return this;
    }

    /** What is typed in the field of that name. */
    public String typed(String name) {
        return find("[name='" + name + "']").getDomProperty("value");
    }

    public WebElement find(String css) {
        return visible(By.cssSelector(css));
    }

    public boolean shows(String text) {
        return text().contains(text);
    }

    /** Waits for that text to be on the page. */
    public Window sees(String text) {
        await(() -> shows(text), "\"" + text + "\" at " + path());
        return this;
    }

    /** Waits until this window is somewhere whose address contains that. */
    public Window at(String place) {
        await(() -> driver.getCurrentUrl().contains(place), "at " + place);
        return settle();
    }

    /** What is written on the page, as a person sees it. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    public String title() {
        return driver.getTitle();
    }

    /** Path and query of where this window is; whole addresses off this site. */
    public String path() {
        var url = driver.getCurrentUrl();
        return url.startsWith(base) ? url.substring(base.length()) : url;
    }

    /** Waits until the page is there and nothing htmx does is under way. */
    public Window settle() {
        if (scripts) {
            await(() -> Boolean.TRUE.equals(driver.executeScript("""
                    return document.readyState === 'complete' && !document.querySelector(
                      '.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')""")), "a settled page");
        }
        return this;
    }

    /** Nothing axe calls serious or critical, and nothing that makes the page wider than the window. */
    public Window accessible() {
        return look(() -> {
            assertThat(flaws()).as("axe at " + path()).isEmpty();
            assertThat(fits()).as(path() + " fits its window").isTrue();
        });
    }

    /** What axe calls serious or critical, of these rules, of all where none are named. */
    public List<String> flaws(String... rules) {
        return Axe.flaws(driver, rules);
    }

    /** On a phone: nothing to scroll sideways, nothing that matters too small for a finger. */
    public Window fitsThumbs() {
        return look(() -> {
            assertThat(fits()).as(path() + " fits its window").isTrue();
            assertThat((List<?>) driver.executeScript(
                    """
                            return [...document.querySelectorAll(
                              'main .button, main .times a, main .calendar td > a, .site-nav a, .site-nav summary, main input, main select')]
                              .filter(it => it.checkVisibility() && !['hidden', 'radio', 'checkbox'].includes(it.type))
                              .map(it => [it.outerHTML, it.getBoundingClientRect().height])
                              .filter(([_, height]) => height < 43.9).map(([html, height]) => height + ': ' + html)"""))
                .as("too small at " + path())
                .isEmpty();
        });
    }

    public boolean fits() {
        return (Boolean) driver.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"
                + " && document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }

    private Window look(Runnable eyes) {
        var scripted = scripts;
        if (!scripted) {
            scripts(true);
        }
        eyes.run();
        if (!scripted) {
            scripts(false);
        }
        return this;
    }

    /** No script failed and nothing was kept out by the content security policy. Refusals (4xx) are no fault. */
    public Window quiet() {
        assertThat(driver.manage()
            .logs()
            .get(LogType.BROWSER)
            .getAll()
            .stream()
            .map(LogEntry::getMessage)
            .filter(message -> !message.contains("the server responded with a status of 4"))).as("console").isEmpty();
        return this;
    }

    /** With {@code -Dpictures=true}: the whole page, {@code target/screenshots/<name>.png}, for somebody to look at. */
    public Window shot(String name) {
        return PICTURES ? picture(name) : this;
    }

    Window picture(String name) {
        try {
            var picture = new HashMap<String, Object>(Map.of("format", "png", "captureBeyondViewport", true));
            var data = (String) driver.executeCdpCommand("Page.captureScreenshot", picture).get("data");
            Files.write(Files.createDirectories(SHOTS).resolve(name + ".png"), Base64.getDecoder().decode(data));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        driver.quit();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException stillWriting) {
            profile.toFile().deleteOnExit();
        }
    }

    private WebElement visible(By what) {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50)).ignoring(StaleElementReferenceException.class)
            .withMessage(() -> what + " at " + path())
            .until(page -> page.findElements(what).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
    }

    public Window waitsFor(BooleanSupplier condition, String what) {
        await(condition, what);
        return this;
    }

    /** Signed out, as by closing the browser. */
    public Window forgetMe() {
        driver.manage().deleteAllCookies();
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        return this;
    }

    private void await(BooleanSupplier condition, String what) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50)).ignoring(StaleElementReferenceException.class)
            .withMessage(what)
            .until(_ -> condition.getAsBoolean());
    }

    private static String quoted(String text) {
        return text.contains("'") ? "\"" + text + "\"" : "'" + text + "'";
    }
}
