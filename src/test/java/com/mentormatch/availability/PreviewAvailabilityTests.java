package com.mentormatch.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Queries;
import com.mentormatch.testing.TestClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PreviewAvailabilityTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    PreviewAvailability preview;

    @Autowired
    EditAvailability availability;

    @Autowired
    Market market;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Test
    void showsWhatMenteesWouldSeeOfEachOffer() {
        var mentor = market.mentor();
        var hour = market.offer(mentor, 0, Confirmation.INSTANT);
        market.offer(mentor, OfferKind.ONE_ON_ONE, 120, 0, Confirmation.INSTANT);
        var saved = availability.current(mentor.id());
        var day = LocalDate.ofInstant(clock.instant(), BERLIN).plusDays(5);
        var wanted = saved.withWeek(List.of(new WeeklyWindow(day.getDayOfWeek(), 540, 780)));

        var shown = preview.of(mentor.id(), wanted, BERLIN, clock.instant());

        assertThat(shown.offers()).extracting(PreviewAvailability.OfferSlots::total).containsExactly(16, 8);
        assertThat(shown.offers().getFirst().offer()).isEqualTo(hour);
        assertThat(shown.offers().getFirst().days()).first().satisfies(first -> {
            assertThat(first.date()).isEqualTo(day);
            assertThat(first.starts()).hasSize(4);
        });
        assertThat(availability.current(mentor.id())).as("nothing is saved").isEqualTo(saved);
    }

    @Test
    void namesTheSessionsThatFallOutside() {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var request = market.offer(mentor, 0, Confirmation.REQUEST);
        var starts = market.starts(offer);
        var agreed = market.book(cast.mentee().viewer(), offer, starts.getFirst());
        var asked = market.book(cast.mentee().viewer(), request, starts.get(30));
        market.book(cast.mentee().viewer(), offer, starts.get(100));
        var first = LocalDate.ofInstant(starts.getFirst(), BERLIN);
        var last = LocalDate.ofInstant(starts.get(30), BERLIN);
        var holiday = ExceptionEntry.of(new Off(first, last), "");
        var wanted = availability.current(mentor.id()).withExceptions(List.of(holiday));

        var shown = preview.of(mentor.id(), wanted, BERLIN, clock.instant());

        assertThat(shown.surprises(Set.of())).isTrue();
        assertThat(shown.outside())
            .extracting(outside -> outside.session().booking(), outside -> outside.session().decided(),
                    PreviewAvailability.Outside::fresh)
            .containsExactly(tuple(agreed.value(), true, true), tuple(asked.value(), false, true));

        availability.save(mentor.id(), wanted);
        var again = preview.of(mentor.id(), availability.current(mentor.id()), BERLIN, clock.instant());
        assertThat(again.outside()).hasSize(2).noneMatch(PreviewAvailability.Outside::fresh);
        assertThat(again.surprises(Set.of())).as("they were left outside before").isFalse();
    }

    @Test
    void anotherZoneMovesWindowsAndLeavesSessionsWhereTheyAre() {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(offer).getFirst();
        var local = start.atZone(BERLIN);
        var minute = local.getHour() * 60;
        availability.save(mentor.id(), availability.current(mentor.id())
            .withWeek(List.of(new WeeklyWindow(local.getDayOfWeek(), minute, minute + 60))));
        market.book(cast.mentee().viewer(), offer, start);

        var saved = availability.current(mentor.id());
        assertThat(preview.of(mentor.id(), saved, BERLIN, clock.instant()).outside()).isEmpty();
        assertThat(preview.of(mentor.id(), saved, ZoneId.of("Asia/Tokyo"), clock.instant()).surprises(Set.of()))
            .isTrue();
    }

    @Test
    void takesAsManyQueriesForManySessionsAsForOne() {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var saved = availability.current(mentor.id());
        market.book(cast.mentee(), offer);
        var one = Queries.of(() -> preview.of(mentor.id(), saved, BERLIN, clock.instant()));
        for (var more = 0; more < 4; more++) {
            market.book(cast.mentee(), offer);
            market.offer(mentor, 0, Confirmation.INSTANT);
        }
        assertThat(Queries.of(() -> preview.of(mentor.id(), saved, BERLIN, clock.instant()))).hasSameSizeAs(one);
    }
}
