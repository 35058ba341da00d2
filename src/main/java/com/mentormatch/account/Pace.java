package com.mentormatch.account;

import java.time.Duration;

/** Lets the clock tell nothing: what was done for an address takes as long where there was nothing to do. */
final class Pace {

    private static final Duration LEAST = Duration.ofMillis(250);

    private Pace() {}

    static void even(Runnable work) {
        var start = System.nanoTime();
        try {
            work.run();
        } finally {
            try {
                Thread.sleep(LEAST.minusNanos(System.nanoTime() - start));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
