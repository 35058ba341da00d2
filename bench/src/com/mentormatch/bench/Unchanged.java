package com.mentormatch.bench;

import java.io.IOException;

/** Somebody who has the page already, and takes the new one when there is one: each quarter of an hour. */
final class Unchanged implements Visit {

    private final String url;
    private volatile String tag = "\"none\"";

    Unchanged(String url) {
        this.url = url;
    }

    @Override
    public void once() throws IOException, InterruptedException {
        var answer = Http.send(Http.visitor(url).header("If-None-Match", tag).build(), 200, 304);
        tag = answer.headers()
            .firstValue("ETag")
            .orElseThrow(() -> new IllegalStateException(url + " has no ETag"));
    }
}
