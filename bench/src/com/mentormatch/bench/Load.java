package com.mentormatch.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Visitors who begin again as soon as they are answered. */
final class Load {

    private Load() {}

    /** @return how often it was done in that time */
    static long run(Scenario scenario, long millis) throws InterruptedException {
        var end = System.nanoTime() + millis * 1_000_000;
        Callable<Long> visitor = () -> {
            var done = 0L;
            while (System.nanoTime() < end) {
                scenario.visit().once();
                done++;
            }
            return done;
        };
        try (var visitors = Executors.newFixedThreadPool(scenario.visitors())) {
            var done = 0L;
            for (var counted : visitors.invokeAll(Stream.generate(() -> visitor).limit(scenario.visitors()).toList())) {
                done += counted.get();
            }
            return done;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(scenario.name(), failed.getCause());
        }
    }
}
