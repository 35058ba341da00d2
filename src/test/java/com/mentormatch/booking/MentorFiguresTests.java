package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.testing.PairTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a mentor's figures count at any moment, with none of the work done that time asks for. */
class MentorFiguresTests extends PairTest {

    @Autowired
    MentorFigures figures;
    @Autowired
    BookingFacts facts;
    private OfferTerms free;

    @BeforeEach
    void aMentor() {
        free = market.offer(mentor, 0, Confirmation.INSTANT);
    }

    @Test
    void aSessionThatSilenceHasCompletedCountsTheMomentItHas() {
        var id = market.book(mentee, free);
        assertThat(figures()).isEqualTo(new MentorFigures.Figures(0, 0, 1, 0));
        clock.moveTo(end(id));
        assertThat(figures()).as("over").isEqualTo(new MentorFigures.Figures(0, 0, 0, 0));
        clock.moveTo(end(id).plus(Duration.ofHours(72)).minusSeconds(2));
        assertThat(figures().sessions()).isZero();
        clock.moveTo(end(id).plus(Duration.ofHours(72)));
        assertThat(figures()).isEqualTo(new MentorFigures.Figures(1, 1, 0, 0));
        assertThat(facts.of(id, clock.instant()).orElseThrow().status()).isEqualTo(BookingStatus.COMPLETED);
    }

    @Test
    void theyAreThoseOfTheStatusesPeopleRead() {
        var ids = List.of(market.book(mentee, free), market.book(mentee, free), market.book(cast.mentee(), free),
                market.book(cast.mentee(), free));
        clock.moveTo(end(ids.getFirst()).plus(Duration.ofMinutes(20)));
        assertThat(deeds.confirm(mentee, ids.getFirst())).isInstanceOf(Outcome.Done.class);
        clock.moveTo(end(ids.get(1)).plus(Duration.ofMinutes(20)));
        assertThat(deeds.dispute(mentee, ids.get(1))).isInstanceOf(Outcome.Done.class);
        for (var hours : List.of(0, 60, 71, 72, 73, 200)) {
            clock.moveTo(end(ids.getLast()).plus(Duration.ofHours(hours)));
            var now = clock.instant();
            var completed = ids.stream()
                .map(id -> facts.of(id, now).orElseThrow())
                .filter(booking -> booking.status() == BookingStatus.COMPLETED)
                .toList();
            assertThat(figures.of(mentor.viewer(), now).sessions()).as("after %s h", hours).isEqualTo(completed.size());
            assertThat(figures.of(mentor.viewer(), now).mentees()).as("after %s h", hours)
                .isEqualTo((int) completed.stream().map(BookingDetails::mentee).distinct().count());
        }
        assertThat(figures()).isEqualTo(new MentorFigures.Figures(3, 3, 0, 0));
    }

    private MentorFigures.Figures figures() {
        return figures.of(mentor.viewer(), clock.instant());
    }

    private Instant end(BookingId id) {
        return facts.of(id, clock.instant()).orElseThrow().time().end();
    }
}
