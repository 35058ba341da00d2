package com.mentormatch.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.People;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class WeekAheadTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    WeekAhead week;

    @Autowired
    People people;

    @Autowired
    Market market;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Test
    void showsWhatIsOpenAndWhatIsTaken() {
        var mentor = market.mentor(new SessionSettings(30, 60, 60, null));
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(offer)
            .stream()
            .filter(time -> time.atZone(BERLIN).getHour() == 12)
            .findFirst()
            .orElseThrow();
        market.book(cast.mentee().viewer(), offer, start);

        var days = week.of(people.find(mentor.id()).orElseThrow(), BERLIN, clock.instant());

        assertThat(days).hasSize(7)
            .first()
            .extracting(WeekAhead.Day::date)
            .isEqualTo(LocalDate.ofInstant(clock.instant(), BERLIN));
        var busy = days.stream().filter(day -> day.date().equals(LocalDate.ofInstant(start, BERLIN))).findFirst();
        assertThat(busy).hasValueSatisfying(day -> {
            assertThat(day.busy()).as("the session and the time kept free after it").isEqualTo(Duration.ofMinutes(90));
            assertThat(day.free()).isEqualTo(Duration.ofMinutes(15L * day.quarters() - 90));
            assertThat(day.taken()).hasSize(1);
            assertThat(day.open()).containsExactly(new WeekAhead.Stretch(0, day.quarters()));
        });
    }

    @Test
    void partsTheDaysWhereTheReaderIs() {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(offer)
            .stream()
            .filter(time -> time.atZone(BERLIN).getHour() == 20)
            .findFirst()
            .orElseThrow();
        market.book(cast.mentee().viewer(), offer, start);
        var honolulu = ZoneId.of("Pacific/Honolulu");
        var there = start.atZone(honolulu);

        var days = week.of(people.find(mentor.id()).orElseThrow(), honolulu, clock.instant());

        assertThat(days).first()
            .extracting(WeekAhead.Day::date)
            .isEqualTo(LocalDate.ofInstant(clock.instant(), honolulu));
        assertThat(days).filteredOn(day -> day.date().equals(there.toLocalDate()))
            .singleElement()
            .satisfies(day -> assertThat(day.taken())
                .containsExactly(new WeekAhead.Stretch(there.getHour() * 4 + there.getMinute() / 15, 4)));
    }
}
