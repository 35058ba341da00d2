package com.mentormatch.bench;

import com.mentormatch.sandbox.Residents;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody signed in, with the cookies of their browser. */
record Person(String cookies) {

    /** The form token is this cookie, and in a form the same text masked, here with nothing. */
    private static final String TOKEN = "bench";
    private static final String MASKED = Base64.getUrlEncoder()
        .encodeToString(("\0".repeat(TOKEN.length()) + TOKEN).getBytes(StandardCharsets.UTF_8));
    private static final String VISITOR = "zone=Asia/Tokyo; form=" + TOKEN;

    static Person signIn(String site, String email) throws IOException, InterruptedException {
        var form = Map.of("email", email, "password", Residents.PASSWORD);
        var answer = Http.send(new Person(VISITOR).sends(site + "/sign-in", form).build(), 302, 303);
        return answer.headers()
            .allValues("Set-Cookie")
            .stream()
            .filter(cookie -> cookie.startsWith("session="))
            .map(cookie -> new Person(VISITOR + "; " + cookie.split(";")[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(email + " is not signed in"));
    }

    HttpRequest.Builder asks(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html").header("Cookie", cookies);
    }

    HttpRequest.Builder sends(String url, Map<String, String> form) {
        var fields = new LinkedHashMap<>(form);
        fields.put("_csrf", MASKED);
        var body = fields.entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        return asks(url).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
