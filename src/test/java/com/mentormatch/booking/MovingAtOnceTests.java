package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.SessionSettings;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Booking, moving, answering and cancelling at the same second: time is held once, whoever wins. */
@IntegrationTest
class MovingAtOnceTests {

    @Autowired
    Market market;
    @Autowired
    Cast cast;
    @Autowired
    ProposeMove propose;
    @Autowired
    AcceptMove accept;
    @Autowired
    DeclineMove decline;
    @Autowired
    WithdrawMove withdraw;
    @Autowired
    MoveBooking move;
    @Autowired
    CancelBooking cancel;
    @Autowired
    FollowClock time;
    @Autowired
    BookingFacts facts;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void time() {
        clock.reset();
    }

    @Test
    void aYesACancellationAndABookingOfTheSameTimeAtTheSameSecond() throws Exception {
        var mentor = market.mentor(new SessionSettings(15, 60, 60, 30));
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var starts = market.starts(offer);
        for (var round = 0; round < 12; round++) {
            var mentee = cast.mentee();
            var old = starts.get(round * 6);
            var other = starts.get(200 + round * 6);
            var id = market.book(mentee.viewer(), offer, old);
            propose.propose(mentee.viewer(), id, other, null, FormToken.next(), clock.instant());
            var token = FormToken.next();
            var rival = cast.mentee();
            var outcomes = together(List.of(() -> accept.accept(mentor.viewer(), id, other, token, clock.instant()),
                    () -> accept.accept(mentor.viewer(), id, other, token, clock.instant()),
                    () -> cancel.cancel(mentee.viewer(), id, null, 0, FormToken.next(), clock.instant()),
                    () -> market.request(rival.viewer(), offer, old),
                    () -> market.request(cast.mentee().viewer(), offer, other)));
            var details = facts.of(id, clock.instant()).orElseThrow();
            assertThat(details.status()).isIn(BookingStatus.CONFIRMED, BookingStatus.CANCELLED);
            assertThat(outcomes.get(0)).as("a double click has one answer").isEqualTo(outcomes.get(1));
            assertThat(details.moves()).isEqualTo(outcomes.get(0) instanceof Outcome.Done ? 1 : 0);
            assertThat(outcomes.get(2)).as("a session to come can be cancelled, moved or not")
                .isEqualTo(new Outcome.Done(id));
            inOrder(List.of(mentor));
        }
    }

    @Test
    void manyWhoMoveToOneTime() throws Exception {
        var mentor = market.mentor(new SessionSettings(15, 60, 60, 30));
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var starts = market.starts(offer);
        var wanted = starts.get(200);
        var wishes = new ArrayList<Callable<Outcome>>();
        for (var i = 0; i < 12; i++) {
            var mentee = cast.mentee();
            var id = market.book(mentee.viewer(), offer, starts.get(i * 6));
            wishes.add(i % 2 == 0
                    ? () -> move.move(mentee.viewer(), id, wanted, FormToken.next(), clock.instant())
                    : () -> propose.propose(mentor.viewer(), id, wanted, null, FormToken.next(), clock.instant()));
        }
        var outcomes = together(wishes);
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new Outcome.Refused(Refusal.SLOT_TAKEN)::equals).hasSize(11);
        inOrder(List.of(mentor));
    }

    @Test
    void twoTabsThatMoveOneBooking() throws Exception {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var starts = market.starts(offer);
        for (var round = 0; round < 8; round++) {
            var mentee = cast.mentee();
            var at = round * 8;
            var id = market.book(mentee.viewer(), offer, starts.get(at));
            var tabs = IntStream.range(1, 4)
                .<Callable<Outcome>>mapToObj(i -> () -> move.move(mentee.viewer(), id, starts.get(at + i),
                        FormToken.next(), clock.instant()))
                .toList();
            var outcomes = together(tabs);
            assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).as("twice at most").hasSize(2);
            inOrder(List.of(mentor));
        }
    }

    /** Anything by anybody in any order, with jumps of the clock; afterwards the tables are asked. */
    @Test
    void randomInterleavings() throws Exception {
        var random = new Random(5);
        var mentors = new ArrayList<Actor>();
        var offers = new ArrayList<OfferTerms>();
        var people = new ArrayList<Actor>();
        for (var i = 0; i < 3; i++) {
            var mentor = market.mentor(new SessionSettings(15 * i, 60, 60, 15));
            mentors.add(mentor);
            offers.add(market.offer(mentor, OfferKind.ONE_ON_ONE, 45, 0, Confirmation.INSTANT));
            offers.add(market.offer(mentor, OfferKind.ONE_ON_ONE, 90, 0, Confirmation.INSTANT));
        }
        people.addAll(mentors);
        IntStream.range(0, 5).forEach(_ -> people.add(cast.mentee()));
        var booked = new ConcurrentLinkedQueue<BookingId>();
        var base = clock.instant().getEpochSecond() / 900 * 900 + Duration.ofDays(3).toSeconds();
        for (var round = 0; round < 10; round++) {
            var acts = new ArrayList<Callable<Object>>();
            var known = List.copyOf(booked);
            for (var i = 0; i < 60; i++) {
                var person = people.get(random.nextInt(people.size()));
                var start = Instant.ofEpochSecond(base + 900L * random.nextInt(96 * 3));
                var offer = offers.get(random.nextInt(offers.size()));
                var id = known.isEmpty() ? null : known.get(random.nextInt(known.size()));
                acts.add(act(id == null ? 0 : random.nextInt(8), person, people, id, offer, start, booked));
            }
            together(acts);
            inOrder(mentors);
            clock.forward(Duration.ofMinutes(random.nextInt(600)));
        }
        assertThat(booked).hasSizeGreaterThan(10);
    }

    private Callable<Object> act(int which, Actor person, List<Actor> people, BookingId id, OfferTerms offer,
            Instant start, ConcurrentLinkedQueue<BookingId> booked) {
        var token = FormToken.next();
        return switch (which) {
            case 0, 1 -> () -> {
                var result = market.request(person.viewer(), offer, start);
                if (result instanceof RequestBooking.Booked(var made, _)) {
                    booked.add(made);
                }
                return result;
            };
            case 2 -> () -> cancel.cancel(either(id, people).viewer(), id, null, 0, token, clock.instant());
            case 3 -> () -> move.move(mentee(id, people).viewer(), id, start, token, clock.instant());
            case 4 -> () -> propose.propose(either(id, people).viewer(), id, start, null, token, clock.instant());
            case 5 -> () -> {
                var proposal = facts.of(id, clock.instant()).orElseThrow().proposal();
                return accept.accept(either(id, people).viewer(), id, proposal == null ? start : proposal.start(),
                        token, clock.instant());
            };
            case 6 -> () -> {
                var proposal = facts.of(id, clock.instant()).orElseThrow().proposal();
                return decline.decline(either(id, people).viewer(), id, proposal == null ? start : proposal.start(),
                        token, clock.instant());
            };
            default -> () -> start.getEpochSecond() % 1800 == 0
                    ? withdraw.withdraw(either(id, people).viewer(), id, token, clock.instant())
                    : time.follow(id, clock.instant());
        };
    }

    private Actor mentee(BookingId id, List<Actor> people) {
        var mentee = facts.of(id, clock.instant()).orElseThrow().mentee();
        return people.stream().filter(person -> person.id().equals(mentee)).findFirst().orElseThrow();
    }

    private Actor either(BookingId id, List<Actor> people) {
        var details = facts.of(id, clock.instant()).orElseThrow();
        var one = System.nanoTime() % 2 == 0 ? details.mentor() : details.mentee();
        return people.stream().filter(person -> person.id().equals(one)).findFirst().orElseThrow();
    }

    private void inOrder(List<Actor> mentors) {
        assertThat(HoldsInOrder.overlaps(jdbc, mentors)).as("people in two sessions at once").isZero();
        assertThat(HoldsInOrder.strays(jdbc, mentors)).as("holds of nothing").isZero();
        assertThat(HoldsInOrder.gaps(jdbc, mentors)).as("time that is not held").isZero();
    }

    private static <T> List<T> together(List<? extends Callable<T>> work) throws Exception {
        try (var crowd = Executors.newFixedThreadPool(12)) {
            var results = new ArrayList<T>();
            for (var result : crowd.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
