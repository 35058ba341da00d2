package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Browser;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
@RecordApplicationEvents
class SettingsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Test
    void savesNameZoneAndLanguage() {
        var mentee = cast.mentee();
        var browser = signedIn(mentee);
        assertThat(browser.post("/account", "name", "  Mara\u202E  Möller ", "zone", "Asia/Tokyo", "language", "en-IE"))
            .hasStatus(303)
            .hasHeader("Location", "/account");
        assertThat(browser.get("/account")).hasStatusOk()
            .bodyText()
            .contains("Saved.", "Mara M&ouml;ller", "Asia/Tokyo");
        var person = people.find(mentee.id()).orElseThrow();
        assertThat(person.name()).isEqualTo("Mara Möller");
        assertThat(person.zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(person.locale().toLanguageTag()).isEqualTo("en-IE");
        assertThat(events.stream(AccountEdited.class)).extracting(AccountEdited::account).containsExactly(mentee.id());
    }

    @Test
    void namesTheZonesThatWereMeant() {
        var browser = signedIn(cast.mentee());
        assertThat(browser.post("/account", "name", "Jo", "zone", "IST", "language", "en")).hasStatus(422)
            .bodyText()
            .contains("name=\"zone\" value=\"Asia/Kolkata\"", "name=\"zone\" value=\"Europe/Dublin\"",
                    "name=\"name\" value=\"Jo\"", "value=\"IST\"");
        browser.htmx("http://localhost/account");
        assertThat(browser.post("/account", "name", "", "zone", "+02:00", "language", "xx")).hasStatus(422)
            .bodyText()
            .startsWith("<section id=\"details-card\"")
            .contains("what to call you", "Pick one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${7*7}", "[[${7*7}]]",
            "__${T(java.lang.Runtime)}__", "*{name}", "'; DROP TABLE account; --", "{{7*7}}", "#{account.name.hint}",
            "~{layout :: page}", "&lt;script&gt;", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍🚀", "اسم طويل من اليمين"})
    void showsANameAsItWasTyped(String name) throws Exception {
        var mentee = cast.mentee();
        var browser = signedIn(mentee);
        assertThat(browser.post("/account", "name", name, "zone", "UTC", "language", "en")).hasStatus(303);
        assertThat(people.find(mentee.id()).orElseThrow().name()).isEqualTo(name);
        var page = browser.get("/account").getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).doesNotContain("<script>alert", "<img src=x", ">49<", "\"49\"");
    }

    @Test
    void takesNothingElseFromTheForm() {
        var mentee = cast.mentee();
        var browser = signedIn(mentee);
        browser.post("/account", "name", "Jo", "zone", "UTC", "language", "en", "role", "ADMIN", "details.role",
                "ADMIN", "email", "other@example.com", "id", cast.admin().id().toString(), "verifiedAt", "2020-01-01",
                "securityStamp", "x");
        assertThat(
                jdbc.sql("SELECT role FROM account WHERE email = ?").param(mentee.email()).query(String.class).single())
            .isEqualTo("MEMBER");
    }

    @Test
    void putsAPhotoUpAndTakesItDown() throws IOException {
        var mentee = cast.mentee();
        var browser = signedIn(mentee);
        assertThat(browser.upload("/account/photo", "photo", picture())).hasStatus(303)
            .hasHeader("Location", "/account");
        var url = people.find(mentee.id()).orElseThrow().avatarUrl();
        assertThat(url).startsWith("/avatars/" + mentee.id() + "?v=");
        assertThat(browser.get("/account")).bodyText().contains("Your photo is up", url, "Remove the photo");

        assertThat(mvc.get().uri(url)).hasStatusOk()
            .hasHeader("Content-Type", "image/jpeg")
            .hasHeader("X-Content-Type-Options", "nosniff")
            .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
        assertThat(mvc.get().uri("/avatars/" + mentee.id())).hasStatusOk().hasHeader("Cache-Control", "no-cache");

        assertThat(browser.post("/account/photo/removal")).hasStatus(303);
        assertThat(browser.post("/account/photo/removal")).as("twice").hasStatus(303);
        assertThat(people.find(mentee.id()).orElseThrow().avatarUrl()).isNull();
        assertThat(mvc.get().uri("/avatars/" + mentee.id())).hasStatus(404);
        assertThat(mvc.get().uri("/avatars/nonsense")).hasStatus(400);
    }

    @Test
    void saysWhatIsWrongWithAPhoto() {
        var browser = signedIn(cast.mentee());
        assertThat(browser.upload("/account/photo", "photo", "<svg/>".getBytes())).hasStatus(422)
            .bodyText()
            .contains("not a PNG or JPEG");
        assertThat(browser.upload("/account/photo", "photo", new byte[0])).hasStatus(422)
            .bodyText()
            .contains("Choose a photo first");
        assertThat(browser.upload("/account/photo", "other", new byte[0])).hasStatus(422);
        assertThat(browser.upload("/account/photo", "photo", new byte[6_000_000])).hasStatus(422)
            .bodyText()
            .contains("larger than 5 MB");
    }

    @Test
    void areOnesOwn() {
        var visitor = new Browser(mvc);
        visitor.get("/sign-in");
        for (var door : new String[]{"/account", "/account/password", "/account/photo", "/account/photo/removal"}) {
            assertThat(visitor.post(door)).hasStatus(303);
        }
        assertThat(mvc.post().uri("/account").with(cast.mentee().login())).as("without the form's token")
            .hasStatus(403);
    }

    private Browser signedIn(Actor actor) {
        var browser = new Browser(mvc);
        browser.signIn(actor.email(), Cast.PASSWORD);
        browser.get("/account");
        return browser;
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
