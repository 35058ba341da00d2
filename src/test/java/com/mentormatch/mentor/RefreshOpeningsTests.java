package com.mentormatch.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.Holds;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.Slots;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Queries;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What searches know of calendars follows the calendars. */
@IntegrationTest
class RefreshOpeningsTests {

    @Autowired
    RefreshOpenings openings;
    @Autowired
    ChangedMentors changed;
    @Autowired
    EditOffers offers;
    @Autowired
    EditAvailability availability;
    @Autowired
    Holds holds;
    @Autowired
    Slots slots;
    @Autowired
    Market market;
    @Autowired
    Cast cast;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    private Instant now;
    private Actor mentor;
    private OfferTerms offer;

    @BeforeEach
    void aMentorWhoIsFree() {
        now = clock.instant();
        mentor = market.mentor();
        offer = market.offer(mentor, 0, Confirmation.INSTANT);
        openings.refresh(now);
    }

    @Test
    void aTakenTimeIsNotTheNextOneUntilItIsGivenUp() {
        var first = first(now);
        assertThat(known()).isEqualTo(first);
        var booking = market.book(cast.mentee().viewer(), offer, first);
        openings.refresh(now);
        assertThat(known()).isEqualTo(first(now)).isAfter(first);
        holds.release(booking.value());
        openings.refresh(now);
        assertThat(known()).isEqualTo(first);
    }

    @Test
    void whoClosesTheWeekOrHidesTheOfferIsNeverFree() {
        var schedule = availability.current(mentor.id());
        availability.save(mentor.id(), new Schedule(List.of(), schedule.settings(), schedule.version()));
        openings.refresh(now);
        assertThat(known()).isEqualTo(Openings.NEVER);
        availability.save(mentor.id(), new Schedule(schedule.windows(), schedule.settings(), schedule.version() + 1));
        openings.refresh(now);
        assertThat(known()).isEqualTo(first(now));
        offers.publish(mentor.id(), offer.id(), false);
        openings.refresh(now);
        assertThat(known()).isEqualTo(Openings.NEVER);
    }

    @Test
    void timePassesWithoutAnybodySayingSo() {
        var first = first(now);
        var later = first.plus(Duration.ofHours(3)).plusSeconds(1);
        openings.refresh(later);
        assertThat(known()).isEqualTo(first(later)).isAfter(first);
        openings.refresh(later.plus(Duration.ofDays(8)));
        assertThat(known()).isAfter(later.plus(Duration.ofDays(8)));
    }

    @Test
    void whoIsFreeAgainAtTheHorizonIsLookedForAgain() {
        var actor = market.mentor(new SessionSettings(0, 60, 1, null));
        var narrow = market.offer(actor, 0, Confirmation.INSTANT);
        holds.take(UUID.randomUUID(),
                List.of(new Holds.Share(actor.id(), new TimeSpan(now.minusSeconds(60), now.plus(Duration.ofDays(2))))),
                null);
        openings.refresh(now);
        assertThat(known(narrow)).isEqualTo(Openings.NEVER);
        openings.refresh(now.plus(Duration.ofHours(30)));
        assertThat(known(narrow)).isBefore(now.plus(Duration.ofDays(3)));
    }

    @Test
    void whatNobodyChangedIsNotLookedAtAgain() {
        assertThat(Queries.of(() -> openings.refresh(now))).as("who is to be looked at, and nothing more").hasSize(1);
    }

    @Test
    void twoWhoBookOneMentorDoNotWaitForEachOther() {
        var both = new TransactionTemplate(transactions);
        both.executeWithoutResult(_ -> {
            changed.add(mentor.id());
            var other = CompletableFuture.runAsync(() -> both.executeWithoutResult(_ -> changed.add(mentor.id())));
            assertThat(other).succeedsWithin(2, TimeUnit.SECONDS);
        });
    }

    @Test
    void aRatingIsCountedAnewAndMayGo() {
        assertThat(RateMentor.average(3, 14)).hasValue(467);
        assertThat(RateMentor.average(8, 37)).hasValue(463);
        assertThat(RateMentor.average(0, 0)).isEmpty();
        assertThat(new Rating(467, 3).average(Locale.ENGLISH)).isEqualTo("4.7");
        assertThat(new Rating(500, 1).average(Locale.GERMANY)).isEqualTo("5,0");
    }

    private Instant first(Instant at) {
        return slots
            .free(offer, slots.scheduleOf(mentor.id()), null, new TimeSpan(at, at.plus(Duration.ofDays(30))), at)
            .getFirst();
    }

    private Instant known() {
        return known(offer);
    }

    private Instant known(OfferTerms terms) {
        return jdbc.sql("SELECT next_start FROM offer_opening WHERE offer_id = ?")
            .param(Columns.param(terms.id().value()))
            .query((row, _) -> Columns.instant(row, "next_start"))
            .single();
    }
}
