package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Over the wire, for the forward to the sign-in page is the container's. */
@IntegrationTest
class KeptFormTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Value("${server.port}")
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void whatWasTypedSurvivesSigningInAgain() throws Exception {
        var mentee = cast.mentee();
        var form = get("/sign-in");
        var signedOut = post("/account", form, "name", "Jo \"the\" <Second>", "zone", "Asia/Tokyo", "language", "en",
                "password", "not to be kept");
        assertThat(signedOut.statusCode()).isEqualTo(401);
        assertThat(signedOut.headers().firstValue("HX-Retarget")).hasValue("body");
        assertThat(signedOut.body()).contains("What you wrote is kept", "Jo &quot;the&quot; &lt;Second&gt;")
            .doesNotContain("not to be kept");

        var wrong = post("/sign-in", signedOut, "email", mentee.email(), "password", "wrong words", "keptPath",
                "/account", "kept.name", "Jo <Second>", "kept.zone", "Asia/Tokyo", "kept.language", "en");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("name=\"kept.name\"", "Jo &lt;Second&gt;");

        var right = post("/sign-in", wrong, "email", mentee.email(), "password", Cast.PASSWORD, "keptPath", "/account",
                "kept.name", "Jo <Second>", "kept.zone", "Asia/Tokyo", "kept.language", "en");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).contains("action=\"/account\"", "Send it now", "Jo &lt;Second&gt;", "/sign-out");
        assertThat(people.find(mentee.id()).orElseThrow().name()).as("nothing is sent without a click")
            .isEqualTo("Mara Mentee");

        var sent = post("/account", right, "name", "Jo <Second>", "zone", "Asia/Tokyo", "language", "en");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(people.find(mentee.id()).orElseThrow().name()).isEqualTo("Jo <Second>");
    }

    @Test
    void neverLeadsAFormAway() throws Exception {
        var form = get("/sign-in");
        var answer = post("/sign-in", form, "email", cast.mentee().email(), "password", Cast.PASSWORD, "keptPath",
                "//evil.example/take", "kept.name", "x");
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void keepsNothingWithoutTheFormsToken() throws Exception {
        var answer = post("/account", null, "name", "Jo");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?return=%2Fhome&ended=unsent");
    }

    @Test
    void aFileThatIsFarTooLargeIsSaidToBe() throws Exception {
        var request = HttpRequest.newBuilder(uri("/account/photo"))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofByteArray(new byte[14_000_000]));
        try {
            assertThat(browser.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        } catch (IOException hungUp) {
            assertThat(hungUp).as("the server stops reading").isNotNull();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, HttpResponse<String> from, String... fields) throws Exception {
        var body = new StringBuilder("_csrf=").append(from == null ? "" : encode(token(from.body())));
        for (var i = 0; i < fields.length; i += 2) {
            body.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        var request = HttpRequest.newBuilder(uri(path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
