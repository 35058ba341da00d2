package com.mentormatch.bench;

import java.net.http.HttpRequest;

/** @param visitors who do it at the same time, again as soon as they are answered */
record Scenario(String name, String what, int visitors, Visit visit) {

    /** As many as there are processors on a small machine: enough to keep it busy. */
    static final int READERS = 2;

    /** Writers wait for the disk, and some of them together. */
    static final int WRITERS = 8;

    /** The same page again and again. */
    static Scenario page(String name, String what, HttpRequest request) {
        return new Scenario(name, what, READERS, () -> Http.send(request, 200));
    }

    static Scenario writing(String name, String what, Visit visit) {
        return new Scenario(name, what, WRITERS, visit);
    }
}
