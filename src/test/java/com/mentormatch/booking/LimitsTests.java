package com.mentormatch.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.OfferSettings;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.FormToken;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At most so many sessions a day and a week, as listed, as accepted, and when many ask at once. */
@IntegrationTest
class LimitsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Market market;

    @Autowired
    Cast cast;

    @Autowired
    EditAvailability availability;

    @Autowired
    WithdrawBooking withdraw;

    @Autowired
    TestClock clock;

    @Test
    void aFullDayOffersNothingMore() {
        var mentor = market.mentor(new SessionSettings(0, 60, 60, 60, 2, null));
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var day = fullDay(offer);
        market.book(cast.mentee().viewer(), offer, day.getFirst());
        assertThat(of(market.starts(offer), day)).isNotEmpty();
        market.book(cast.mentee().viewer(), offer, day.getLast());
        assertThat(of(market.starts(offer), day)).isEmpty();
        assertThat(market.request(cast.mentee().viewer(), offer, day.get(5)))
            .isEqualTo(new RequestBooking.Refused(Refusal.SLOT_TAKEN));
    }

    @Test
    void whatIsWithdrawnDoesNotCount() {
        var mentor = market.mentor(new SessionSettings(0, 60, 60, 60, 1, null));
        var offer = market.offer(mentor, 0, Confirmation.REQUEST);
        var day = fullDay(offer);
        var mentee = cast.mentee();
        var booking = market.book(mentee.viewer(), offer, day.getFirst());
        assertThat(of(market.starts(offer), day)).isEmpty();
        withdraw.withdraw(mentee.viewer(), booking, FormToken.next(), clock.instant());
        assertThat(of(market.starts(offer), day)).isNotEmpty();
    }

    @Test
    void aWeekIsFullForAllOffersAnOffersDayForItAlone() {
        var mentor = market.mentor(new SessionSettings(0, 60, 60, 60, null, 3));
        var rare = market.offer(mentor, 0, Confirmation.INSTANT);
        var usual = market.offer(mentor, 0, Confirmation.INSTANT);
        Market.reschedule(availability, mentor.id(), schedule -> schedule.withSettings(schedule.settings(),
                Map.of(rare.id(), new OfferSettings(null, null, null, null, 1, null))));
        var day = fullDay(rare);
        market.book(cast.mentee().viewer(), rare, day.getFirst());
        assertThat(of(market.starts(rare), day)).as("one of this offer a day").isEmpty();
        assertThat(of(market.starts(usual), day)).as("others go on").isNotEmpty();
        market.book(cast.mentee().viewer(), usual, day.get(3));
        market.book(cast.mentee().viewer(), usual, day.get(6));
        var monday = LocalDate.ofInstant(day.getFirst(), BERLIN).with(DayOfWeek.MONDAY);
        assertThat(market.starts(usual)).as("three a week")
            .noneMatch(start -> LocalDate.ofInstant(start, BERLIN).with(DayOfWeek.MONDAY).equals(monday))
            .isNotEmpty();
    }

    @Test
    void manyAtOnceDoNotPassTheLimit() throws Exception {
        var mentor = market.mentor(new SessionSettings(0, 60, 60, 60, 2, null));
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var day = fullDay(offer);
        try (var crowd = Executors.newFixedThreadPool(16)) {
            var asking = day.stream().limit(16).<Callable<RequestBooking.Result>>map(start -> {
                Actor mentee = cast.mentee();
                return () -> market.request(mentee.viewer(), offer, start);
            }).toList();
            var booked = 0;
            for (var answer : crowd.invokeAll(asking)) {
                booked += answer.get() instanceof RequestBooking.Booked ? 1 : 0;
            }
            assertThat(booked).isEqualTo(2);
        }
    }

    /** The starts of the second date of which nothing is gone yet. */
    private List<Instant> fullDay(OfferTerms offer) {
        var starts = market.starts(offer);
        var date = LocalDate.ofInstant(starts.getFirst(), BERLIN).plusDays(1);
        return starts.stream().filter(start -> LocalDate.ofInstant(start, BERLIN).equals(date)).toList();
    }

    private static List<Instant> of(List<Instant> starts, List<Instant> day) {
        return starts.stream().filter(day::contains).toList();
    }
}
