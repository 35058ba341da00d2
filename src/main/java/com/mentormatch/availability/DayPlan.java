package com.mentormatch.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a date is for a mentor, by the mentor's own calendar; what is booked does not matter.
 *
 * @param extra      whether there are extra hours
 * @param blocked    whether a block takes some of the day away
 * @param travel     where the mentor is then, null at home
 * @param exceptions all that concern this date
 */
public record DayPlan(LocalDate date, Kind kind, boolean extra, boolean blocked, @Nullable Travel travel,
        List<ExceptionEntry> exceptions) {

    public enum Kind {
        /** Hours of the week. */
        OPEN,
        /** No hours in the week. */
        CLOSED,
        OFF,
        OTHER_HOURS
    }

    /** @param last inclusive */
    public static List<DayPlan> of(Schedule schedule, LocalDate first, LocalDate last) {
        var byDate = new ArrayList<List<ExceptionEntry>>();
        first.datesUntil(last.plusDays(1)).forEach(_ -> byDate.add(new ArrayList<>()));
        for (var entry : schedule.exceptions()) {
            var from = Math.max(entry.exception().first().toEpochDay(), first.toEpochDay());
            var to = Math.min(entry.exception().last().toEpochDay(), last.toEpochDay());
            for (var day = from; day <= to; day++) {
                byDate.get((int) (day - first.toEpochDay())).add(entry);
            }
        }
        var open = EnumSet.noneOf(DayOfWeek.class);
        schedule.windows().forEach(window -> open.add(window.day()));
        return first.datesUntil(last.plusDays(1))
            .map(date -> of(date, open.contains(date.getDayOfWeek()),
                    byDate.get((int) (date.toEpochDay() - first.toEpochDay())), schedule.travels()))
            .toList();
    }

    private static DayPlan of(LocalDate date, boolean open, List<ExceptionEntry> entries, List<Travel> travels) {
        var kind = open ? Kind.OPEN : Kind.CLOSED;
        var extra = false;
        var blocked = false;
        for (var entry : entries) {
            switch (entry.exception()) {
                case DatedException.Off _ -> kind = Kind.OFF;
                case DatedException.OtherHours _ -> kind = kind == Kind.OFF ? kind : Kind.OTHER_HOURS;
                case DatedException.ExtraHours _ -> extra = true;
                case DatedException.Block _ -> blocked = true;
            }
        }
        var away = travels.stream()
            .filter(travel -> !travel.first().isAfter(date) && !travel.last().isBefore(date))
            .findFirst()
            .orElse(null);
        return new DayPlan(date, kind, extra, blocked, away, List.copyOf(entries));
    }
}
