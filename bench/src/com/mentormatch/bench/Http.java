package com.mentormatch.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Asks the servers, over connections that stay open. */
final class Http {

    static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    /** What a browser in Tokyo sends that has nothing else to say. */
    static HttpRequest.Builder visitor(String url) {
        return HttpRequest.newBuilder(URI.create(url))
            .header("Accept", "text/html")
            .header("Cookie", "zone=Asia/Tokyo");
    }

    static HttpResponse<byte[]> send(HttpRequest request, Integer... expected)
            throws IOException, InterruptedException {
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (!Arrays.asList(expected).contains(answer.statusCode())) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + " answered " + answer.statusCode() + ": " + text(answer));
        }
        return answer;
    }

    static String text(String url) throws IOException, InterruptedException {
        return text(send(visitor(url).build(), 200));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
