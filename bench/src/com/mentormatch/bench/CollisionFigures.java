package com.mentormatch.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * K3: many at once want the same time of a mentor's. Starts and lengths differ, but all have one quarter of an hour in
 * common, so one of them gets it and all others are refused.
 */
final class CollisionFigures implements Figures {

    private static final int SLOTS = Integer.getInteger("bench.slots", 200);
    private static final int WARM_UP = 20;
    private static final int AT_ONCE = 64;
    private static final int MENTORS = 8;
    private static final Integer[] MINUTES = {30, 45, 60, 90};

    /** After the full hour everybody is in their session. */
    private static final int COMMON_MINUTE = 45;

    private final Place place;

    CollisionFigures(Place place) {
        this.place = place;
    }

    @Override
    public Set<String> names() {
        return Set.of("K3");
    }

    @Override
    public void measure(Only only, Report report)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        var fair = Fair.open(MENTORS, AT_ONCE, MINUTES);
        var random = new Random(3);
        var empty = 0;
        var losers = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var slot = 0; slot < WARM_UP + SLOTS; slot++) {
                var answers = race(threads, wishes(fair, slot, random));
                empty += answers.stream().anyMatch(answer -> answer.status == 303) ? 0 : 1;
                if (slot >= WARM_UP) {
                    answers.stream().filter(answer -> answer.status == 409).map(Answer::millis).forEach(losers::add);
                }
            }
        }
        report.add("K3", "double bookings", "%.0f", "0", doubles(fair));
        report.add("K3", "slots nobody got", "%.0f", "0", empty);
        report.add("K3", "losers' p99, ms", "%.0f", "≤ 100", percentile(losers, 99));
        report.add("K3", "losers' median, ms", "%.0f", "", percentile(losers, 50));
    }

    private record Answer(int status, double millis) {}

    /** Three hours from one to the next, so that who got one can want the next. */
    private static List<HttpRequest> wishes(Fair fair, int slot, Random random) {
        var offers = fair.offers().get(slot % MENTORS);
        return IntStream.range(0, AT_ONCE).mapToObj(mentee -> {
            var length = random.nextInt(MINUTES.length);
            var quarters = Math.min(4, MINUTES[length] / 15);
            var start = COMMON_MINUTE - 15 * random.nextInt(quarters);
            return fair.wish(mentee, offers.get(length), slot * 180 + start).build();
        }).toList();
    }

    private static List<Answer> race(ExecutorService threads, List<HttpRequest> wishes)
            throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(wishes.size());
        var answers = new ArrayList<Future<Answer>>();
        for (var wish : wishes) {
            answers.add(threads.submit((Callable<Answer>) () -> {
                ready.countDown();
                ready.await();
                var from = System.nanoTime();
                var status = Http.CLIENT.send(wish, HttpResponse.BodyHandlers.ofString()).statusCode();
                if (status != 303 && status != 409) {
                    throw new IllegalStateException("A wish was answered " + status);
                }
                return new Answer(status, (System.nanoTime() - from) / 1e6);
            }));
        }
        var all = new ArrayList<Answer>();
        for (var answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    /** Pairs of bookings that share a mentor or a mentee and a moment. */
    private int doubles(Fair fair) throws SQLException {
        var offers = fair.offers()
            .stream()
            .map(mentors -> "UNHEX(REPLACE('%s', '-', ''))".formatted(mentors.getFirst()))
            .toList();
        try (var connection = DriverManager.getConnection(place.database());
                var pairs = connection.createStatement().executeQuery("""
                        WITH made AS (SELECT b.id, b.mentor_id, b.mentee_id, b.start_at, b.end_at
                                      FROM offer o JOIN booking b ON b.mentor_id = o.mentor_id WHERE o.id IN (%s))
                        SELECT COUNT(*) FROM made a JOIN made b ON b.id > a.id
                          AND b.start_at < a.end_at AND a.start_at < b.end_at
                          AND (b.mentor_id = a.mentor_id OR b.mentee_id = a.mentee_id)"""
                    .formatted(String.join(", ", offers)))) {
            pairs.next();
            return pairs.getInt(1);
        }
    }

    private static double percentile(List<Double> millis, int percent) {
        var sorted = millis.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
