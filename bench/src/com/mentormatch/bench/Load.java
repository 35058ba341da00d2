package com.mentormatch.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Two visitors who ask again as soon as they are answered, over connections that stay open. */
final class Load {

    private static final int VISITORS = 2;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static HttpRequest request(Scenario scenario) {
        var request = HttpRequest.newBuilder(URI.create(scenario.url()))
            .header("Accept", "text/html")
            .header("Cookie", "zone=Asia/Tokyo");
        scenario.headers().forEach(request::header);
        return request.build();
    }

    /** @return how many answers came in that time */
    long run(Scenario scenario, long millis) throws InterruptedException {
        var request = request(scenario);
        var end = System.nanoTime() + millis * 1_000_000;
        Callable<Long> visitor = () -> {
            var answers = 0L;
            while (System.nanoTime() < end) {
                answer(request);
                answers++;
            }
            return answers;
        };
        try (var visitors = Executors.newFixedThreadPool(VISITORS)) {
            var answers = 0L;
            for (var counted : visitors.invokeAll(Stream.generate(() -> visitor).limit(VISITORS).toList())) {
                answers += counted.get();
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(scenario.toString(), failed);
        }
    }

    private void answer(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200 && response.statusCode() != 304) {
            throw new IllegalStateException(request.uri() + " answered " + response.statusCode());
        }
    }
}
