package com.mentormatch.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** K1 and K2: bookings, against what they write sent bare. */
final class BookingFigures implements Figures {

    private static final int PEOPLE = 64;
    private static final int POPULAR = 8;

    /** A prime, so that no mentee ever meets the same hour again with the next popular mentor. */
    private static final int HOURS_OF_ONE = 4_001;

    private static final List<Ratio> RATIOS = List.of(
            new Ratio("K1", "bookings/s ÷ raw transactions/s", "K1", "K1 raw", Sample::perSecond, "≥ 0.3"),
            new Ratio("K2", "bookings/s ÷ K1", "K2", "K1", Sample::perSecond, "≥ 0.8"));

    private final Place place;

    BookingFigures(Place place) {
        this.place = place;
    }

    @Override
    public Set<String> names() {
        return Ratio.figures(RATIOS);
    }

    @Override
    public void measure(Only only, Report report) throws IOException, InterruptedException {
        var two = Fair.open(1, 1, 60);
        var raw = RawTransaction.recorded(place, "booking", () -> two.wish(0, two.offers().getFirst().getFirst(), 0));
        var scenarios = List.of(Scenario.writing("K1", "everybody has a mentor of their own", apart()),
                Scenario.writing("K1 raw", "what a booking writes", raw),
                Scenario.writing("K2", "everybody wants the same mentor", together()));
        var samples = Rounds.measure(scenarios, only.of(RATIOS), new Cpu(place.product().pid()), report);
        Growth.note(place, samples);
    }

    private static Visit apart() throws IOException, InterruptedException {
        var fair = Fair.open(PEOPLE, PEOPLE, 60);
        var made = new AtomicInteger();
        return () -> {
            var number = made.getAndIncrement();
            var person = number % PEOPLE;
            book(fair, person, person, number / PEOPLE);
        };
    }

    private static Visit together() throws IOException, InterruptedException {
        var fair = Fair.open(POPULAR, PEOPLE, 60);
        var made = new AtomicInteger();
        return () -> {
            var number = made.getAndIncrement();
            book(fair, number % PEOPLE, number / HOURS_OF_ONE, number % HOURS_OF_ONE);
        };
    }

    private static void book(Fair fair, int mentee, int mentor, int hour) throws IOException, InterruptedException {
        Http.send(fair.wish(mentee, fair.offers().get(mentor).getFirst(), hour * 60).build(), 303);
    }
}
