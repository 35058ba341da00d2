package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Columns;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/** The promise that matters most: a time is sold once, no matter how many click at the same second. */
@IntegrationTest
class DoubleBookingTests {

    @Autowired
    Market market;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void twoHundredPeopleAndOneSlotMakeOneBookingFiftyTimes() throws Exception {
        var offer = market.offer(market.mentor(), 0, Confirmation.INSTANT);
        var people = IntStream.range(0, 200).mapToObj(_ -> cast.mentee().viewer()).toList();
        var starts = market.starts(offer).subList(0, 50);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var start : starts) {
                var barrier = new CyclicBarrier(people.size());
                var results = together(crowd, people.stream().<Callable<RequestBooking.Result>>map(person -> () -> {
                    barrier.await();
                    return answered(() -> market.request(person, offer, start));
                }).toList());
                assertThat(results).as("%s: %s", start, Set.copyOf(results))
                    .filteredOn(RequestBooking.Booked.class::isInstance)
                    .hasSize(1);
                assertThat(results).filteredOn(new RequestBooking.Refused(Refusal.SLOT_TAKEN)::equals).hasSize(199);
            }
        }
    }

    @Test
    void fiveThousandOverlappingWishesLeaveNobodyInTwoPlaces() throws Exception {
        var mentors = IntStream.range(0, 6)
            .mapToObj(i -> market.mentor(new SessionSettings(15 * (i % 3), 60, 60, 15)))
            .toList();
        var offers = mentors.stream()
            .flatMap(mentor -> Stream.of(15, 30, 45, 60, 90, 180)
                .map(minutes -> market.offer(mentor, OfferKind.ONE_ON_ONE, minutes, 0, Confirmation.INSTANT)))
            .toList();
        var everyone = new ArrayList<>(mentors);
        everyone.addAll(IntStream.range(0, 14).mapToObj(_ -> cast.mentee()).toList());
        var random = new Random(5000);
        var base = Instant.now().plus(Duration.ofDays(3)).getEpochSecond() / 900 * 900;
        var wishes = new ArrayList<Callable<RequestBooking.Result>>();
        for (var i = 0; i < 5000; i++) {
            OfferTerms offer = offers.get(random.nextInt(offers.size()));
            SignedIn person = everyone.get(random.nextInt(everyone.size())).viewer();
            var start = Instant.ofEpochSecond(base + 900L * random.nextInt(96 * 4));
            wishes.add(() -> answered(() -> market.request(person, offer, start)));
        }
        List<RequestBooking.Result> results;
        try (var crowd = Executors.newFixedThreadPool(32)) {
            results = together(crowd, wishes);
        }
        assertThat(results).filteredOn(RequestBooking.Booked.class::isInstance).hasSizeGreaterThan(100);
        assertThat(overlaps(everyone)).as("people who are in two live bookings at once").isZero();
    }

    /** Asked of the bookings themselves, not of the holds: mentor with buffer after, mentee without. */
    private int overlaps(List<Actor> people) {
        return jdbc.sql("""
                WITH presence AS (
                  SELECT id, mentor_id AS person, start_at,
                         TIMESTAMPADD(MINUTE, buffer_minutes, end_at) AS end_at
                  FROM booking WHERE mentor_id IN (:people) AND status = 'CONFIRMED'
                  UNION ALL
                  SELECT id, mentee_id, start_at, end_at
                  FROM booking WHERE mentee_id IN (:people) AND status = 'CONFIRMED'
                )
                SELECT COUNT(*) FROM presence a JOIN presence b
                  ON a.person = b.person AND a.id < b.id AND a.start_at < b.end_at AND b.start_at < a.end_at""")
            .param("people", people.stream().map(person -> Columns.param(person.id().value())).toList())
            .query(Integer.class)
            .single();
    }

    /** Whoever finds no connection on a busy machine is told to try again, and does; that it never ends is told apart. */
    private static <T> T answered(Supplier<T> ask) {
        for (var tries = 1;; tries++) {
            try {
                return ask.get();
            } catch (CannotGetJdbcConnectionException | CannotCreateTransactionException busy) {
                assertThat(tries).as(busy.getMessage()).isLessThan(5);
            }
        }
    }

    private static <T> List<T> together(ExecutorService crowd, List<Callable<T>> work) throws Exception {
        var results = new ArrayList<T>(work.size());
        for (var future : crowd.invokeAll(work)) {
            results.add(future.get());
        }
        return results;
    }
}
