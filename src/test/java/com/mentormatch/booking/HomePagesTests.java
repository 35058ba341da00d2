package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.PairTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes first in the lists of a home, and where they end. */
class HomePagesTests extends PairTest {

    @Autowired
    HomePages homes;

    private OfferTerms instant;
    private List<Instant> starts;

    @BeforeEach
    void offered() {
        instant = market.offer(mentor, 0, Confirmation.INSTANT);
        starts = market.starts(instant);
    }

    @Test
    void theRequestToAnswerFirstIsOnTop() {
        var request = market.offer(mentor, 0, Confirmation.REQUEST);
        var asked = Stream.of(120, 80, 40).map(at -> {
            clock.forward(Duration.ofHours(1));
            return market.book(cast.mentee().viewer(), request, starts.get(at));
        }).toList();
        assertThat(ids(home(mentor, 2).requests())).isEqualTo(asked.subList(0, 2));
    }

    @Test
    void theNextSessionIsOnTopOnBothSides() {
        var agreed = Stream.of(120, 80, 40).map(at -> market.book(mentee.viewer(), instant, starts.get(at))).toList();
        var next = List.of(agreed.get(2), agreed.get(1));
        assertThat(ids(home(mentor, 2).sessions())).isEqualTo(next);
        assertThat(ids(home(mentee, 2).coming())).isEqualTo(next);
        assertThat(home(mentee, 2).sessions()).isEmpty();
        assertThat(home(mentor, 2).coming()).isEmpty();
    }

    @Test
    void whatIsLongestOverIsAskedAboutFirst() {
        market.book(mentee.viewer(), instant, starts.get(8));
        var first = market.book(mentee.viewer(), instant, starts.get(0));
        clock.moveTo(starts.get(8).plus(Duration.ofMinutes(80)));
        assertThat(home(mentee, 2).toConfirm()).hasSize(2);
        assertThat(ids(home(mentee, 1).toConfirm())).containsExactly(first);
    }

    @Test
    void silenceTakesItFromOneListToTheOtherAtOneInstant() {
        var id = market.book(mentee.viewer(), instant, starts.get(0));
        var silent = starts.get(0).plus(instant.length()).plus(Duration.ofHours(72));
        var before = homes.of(mentee.viewer(), 5, silent.minusNanos(1000));
        assertThat(ids(before.toConfirm())).containsExactly(id);
        assertThat(before.completed()).isEmpty();
        var after = homes.of(mentee.viewer(), 5, silent);
        assertThat(after.toConfirm()).isEmpty();
        assertThat(ids(after.completed())).containsExactly(id);
    }

    @Test
    void whatWasLastIsOnTopOfWhatIsOverAndNoNewsAfterAMonth() {
        var done = IntStream.range(0, 3).mapToObj(_ -> market.completed(mentee, instant)).toList();
        assertThat(ids(home(mentee, 2).completed())).containsExactly(done.get(2), done.get(1));
        assertThat(home(mentor, 2).completed()).isEmpty();
        clock.forward(Duration.ofDays(21));
        assertThat(home(mentee, 5).completed()).hasSize(3);
        clock.forward(Duration.ofDays(2));
        assertThat(home(mentee, 5).completed()).isEmpty();
    }

    private HomeBookings home(Actor person, int size) {
        return homes.of(person.viewer(), size, clock.instant());
    }

    private static List<BookingId> ids(List<BookingCard> cards) {
        return cards.stream().map(BookingCard::id).toList();
    }
}
