package com.mentormatch.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.ExtraHours;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Queries;
import com.mentormatch.testing.TestClock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SchedulesTests {

    private static final LocalDate DATE = LocalDate.parse("2028-02-29");

    @Autowired
    EditAvailability availability;

    @Autowired
    EditDates dates;

    @Autowired
    TestClock clock;

    @Autowired
    Schedules schedules;

    @Autowired
    Market market;

    @Test
    void comesBackAsItWasSaved() {
        var mentor = market.mentor();
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var other = market.offer(mentor, 0, Confirmation.INSTANT);
        var settings = new SessionSettings(15, 600, 90, 30, 3, 9);
        var wanted = new Schedule(
                List.of(new WeeklyWindow(DayOfWeek.FRIDAY, 1320, 1560), new WeeklyWindow(DayOfWeek.MONDAY, 0, 1440)),
                List.of(ExceptionEntry.of(new Off(DATE, DATE.plusDays(3)), "Leap days"),
                        ExceptionEntry.of(new OtherHours(DATE.plusDays(9), DATE.plusDays(9),
                                List.of(new Hours(840, 1080), new Hours(540, 720))), ""),
                        ExceptionEntry.of(
                                new ExtraHours(DATE.plusDays(10), DATE.plusDays(11), List.of(new Hours(1320, 1500))),
                                "☾"),
                        ExceptionEntry.of(new Block(DATE.plusDays(12), 1200, DATE.plusDays(13), 60), "Concert")),
                List.of(Travel.of(DATE, DATE.plusDays(30), ZoneId.of("Pacific/Kiritimati"))), settings,
                Map.of(offer.id(), new OfferSettings(60, null, 7, null, 1, null), other.id(), OfferSettings.NONE), 1);

        assertThat(availability.save(mentor.id(), wanted)).isEqualTo(new EditAvailability.Saved());

        assertThat(availability.current(mentor.id())).isEqualTo(new Schedule(wanted.windows(), wanted.exceptions(),
                wanted.travels(), settings, Map.of(offer.id(), new OfferSettings(60, null, 7, null, 1, null)), 2));
        var own = availability.current(mentor.id()).settingsOf(offer.id());
        assertThat(own).isEqualTo(new SessionSettings(60, 600, 7, 30, 1, null));
    }

    @Test
    void readsManyInOneQuery() {
        var mentors = List.of(market.mentor().id(), market.mentor().id(), market.mentor().id());
        assertThat(Queries.of(() -> schedules.of(mentors))).hasSize(1);
    }

    @Test
    void refusesWhatContradictsItself() {
        var mentor = market.mentor();
        var zone = ZoneId.of("Europe/Paris");
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Market.reschedule(availability, mentor.id(), schedule -> schedule.withTravels(List
                .of(Travel.of(DATE, DATE.plusDays(3), zone), Travel.of(DATE.plusDays(3), DATE.plusDays(4), zone)))));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Market.reschedule(availability, mentor.id(), schedule -> schedule.withWeek(List
                .of(new WeeklyWindow(DayOfWeek.SUNDAY, 1380, 1500), new WeeklyWindow(DayOfWeek.MONDAY, 45, 120)))));
        assertThat(availability.current(mentor.id()).travels()).isEmpty();
    }

    @Test
    void twoTabsThatAddAtTheSameMomentBothAdd() throws Exception {
        var mentor = market.mentor();
        try (var tabs = Executors.newFixedThreadPool(8)) {
            var adding = IntStream.range(0, 16).<Callable<Object>>mapToObj(day -> () -> {
                assertThat(dates.edit(mentor.id(),
                        new DatesChange.Add(
                                List.of(ExceptionEntry.of(new Off(DATE.plusDays(day), DATE.plusDays(day)), ""))),
                        Set.of(), clock.instant()))
                    .isEqualTo(new EditDates.Saved());
                return day;
            }).toList();
            for (var added : tabs.invokeAll(adding)) {
                added.get();
            }
        }
        assertThat(availability.current(mentor.id()).exceptions()).hasSize(16)
            .extracting(entry -> entry.exception().first())
            .isSorted();
    }
}
