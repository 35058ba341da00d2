package com.mentormatch.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;

/** What has to be looked up on pages before they can be measured. */
final class Pages {

    private static final Pattern MORE = Pattern.compile("href=\"(/mentors\\?[^\"]*after=[^\"]*)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Pages() {}

    /** The address of a page that many steps after the first. */
    static String deep(String first, int pages) {
        var site = first.substring(0, first.indexOf('/', 8));
        var path = first.substring(site.length());
        for (var page = 1; page < pages; page++) {
            var next = MORE.matcher(get(site + path).body());
            if (!next.find()) {
                throw new IllegalStateException("There is no page after " + path);
            }
            path = next.group(1).replace("&amp;", "&");
        }
        return path;
    }

    /** The headers of somebody who has the page already. */
    static Map<String, String> etag(String url) {
        return get(url).headers()
            .firstValue("ETag")
            .map(tag -> Map.of("If-None-Match", tag))
            .orElseThrow(() -> new IllegalStateException(url + " has no ETag"));
    }

    private static HttpResponse<String> get(String url) {
        try {
            return CLIENT.send(Load.request(new Scenario("", "", url, Map.of())),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(url, e);
        }
    }

    static HttpRequest recording(String url, String name) {
        return HttpRequest.newBuilder(URI.create(url))
            .header("Accept", "text/html")
            .header("Cookie", "zone=Asia/Tokyo")
            .header(Recordings.HEADER, name)
            .build();
    }
}
