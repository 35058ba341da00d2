package com.mentormatch.availability;

import static com.mentormatch.availability.DayPlan.Kind.CLOSED;
import static com.mentormatch.availability.DayPlan.Kind.OFF;
import static com.mentormatch.availability.DayPlan.Kind.OPEN;
import static com.mentormatch.availability.DayPlan.Kind.OTHER_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.ExtraHours;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayPlanTests {

    private static final List<Hours> HOURS = List.of(new Hours(540, 600));

    /** Mondays only; 28 February 2028 is one. */
    private final Schedule week = new Schedule(List.of(new WeeklyWindow(DayOfWeek.MONDAY, 540, 720)),
            SessionSettings.DEFAULT, 1);

    @Test
    void tellsEachDayOfALeapYear() {
        var leap = LocalDate.of(2028, 2, 29);
        var plans = DayPlan.of(with(new Off(leap, leap)), LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31));
        assertThat(plans).hasSize(366);
        assertThat(plans.get(leap.getDayOfYear() - 1)).satisfies(day -> {
            assertThat(day.date()).isEqualTo(leap);
            assertThat(day.kind()).isEqualTo(OFF);
        });
        assertThat(plans.stream().filter(day -> day.kind() == OPEN)).hasSize(52);
    }

    @Test
    void anExceptionOverNewYearIsInBothYears() {
        var over = with(new Off(LocalDate.of(2027, 12, 24), LocalDate.of(2028, 1, 6)));
        assertThat(off(over, 2027)).isEqualTo(8);
        assertThat(off(over, 2028)).isEqualTo(6);
        assertThat(off(over, 2026)).isZero();
    }

    @Test
    void aDayOffGoesBeforeOtherHoursAndTheRestComesOnTop() {
        var day = LocalDate.of(2027, 3, 1);
        var schedule = with(new OtherHours(day, day.plusDays(1), HOURS), new Off(day, day),
                new ExtraHours(day.plusDays(1), day.plusDays(1), HOURS), new Block(day, 600, day.plusDays(2), 60))
            .withTravels(List.of(Travel.of(day.plusDays(2), day.plusDays(2), ZoneId.of("Asia/Tokyo"))));
        var plans = DayPlan.of(schedule, day, day.plusDays(3));
        assertThat(plans).extracting(DayPlan::kind).containsExactly(OFF, OTHER_HOURS, CLOSED, CLOSED);
        assertThat(plans).extracting(DayPlan::extra).containsExactly(false, true, false, false);
        assertThat(plans).extracting(DayPlan::blocked).containsExactly(true, true, true, false);
        assertThat(plans).extracting(plan -> plan.travel() != null).containsExactly(false, false, true, false);
        assertThat(plans.get(1).exceptions()).hasSize(3);
    }

    private Schedule with(DatedException... exceptions) {
        return week.withExceptions(Stream.of(exceptions).map(exception -> ExceptionEntry.of(exception, "")).toList());
    }

    private static long off(Schedule schedule, int year) {
        return DayPlan.of(schedule, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
            .stream()
            .filter(day -> day.kind() == OFF)
            .count();
    }
}
