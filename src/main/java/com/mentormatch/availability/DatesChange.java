package com.mentormatch.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** A change of dated exceptions or travels, to be made on whatever the schedule is by then. */
public sealed interface DatesChange {

    sealed interface Step {}

    record Changed(Schedule schedule) implements Step {}

    record Refused(DatesRefusal why) implements Step {}

    /** @param other where the mentor is on some of these dates already */
    record Overlaps(Travel other) implements Step {}

    Step on(Schedule schedule);

    /** What is there by its id already is left alone, so a form sent twice adds once. */
    record Add(List<ExceptionEntry> entries) implements DatesChange {

        @Override
        public Step on(Schedule schedule) {
            var all = new ArrayList<>(schedule.exceptions());
            for (var entry : entries) {
                if (all.stream().noneMatch(same(entry.id()))) {
                    if (twice(all, entry)) {
                        return new Refused(DatesRefusal.DATES_TWICE);
                    }
                    all.add(entry);
                }
            }
            return all.size() > Schedule.MOST_EXCEPTIONS
                    ? new Refused(DatesRefusal.TOO_MANY_DATES)
                    : new Changed(schedule.withExceptions(all));
        }
    }

    /** Takes days off; what falls on days that are off anyway is left out. */
    record TakeOff(List<ExceptionEntry> days) implements DatesChange {

        @Override
        public Step on(Schedule schedule) {
            var added = days.stream().filter(day -> !schedule.off(day.exception().first())).toList();
            return new Add(added).on(schedule);
        }
    }

    record Replace(ExceptionEntry entry) implements DatesChange {

        @Override
        public Step on(Schedule schedule) {
            if (schedule.exceptions().stream().noneMatch(same(entry.id()))) {
                return new Refused(DatesRefusal.DATES_GONE);
            }
            var others = schedule.exceptions().stream().filter(same(entry.id()).negate()).toList();
            return twice(others, entry)
                    ? new Refused(DatesRefusal.DATES_TWICE)
                    : new Changed(schedule.withExceptions(schedule.exceptions()
                        .stream()
                        .map(each -> each.id().equals(entry.id()) ? entry : each)
                        .toList()));
        }
    }

    record Remove(UUID id) implements DatesChange {

        @Override
        public Step on(Schedule schedule) {
            return new Changed(
                    schedule.withExceptions(schedule.exceptions().stream().filter(same(id).negate()).toList()));
        }
    }

    /** @param today what ended before it goes */
    record RemovePast(LocalDate today) implements DatesChange {

        @Override
        public Step on(Schedule schedule) {
            return new Changed(schedule.withExceptions(schedule.exceptions()
                .stream()
                .filter(entry -> !entry.exception().last().isBefore(today))
                .toList()));
        }
    }

    /** What is there by its id already is left alone. */
    record AddTravel(Travel travel) implements DatesChange {

        @Override
        public Step on(Schedule schedule) {
            if (schedule.travels().stream().anyMatch(each -> each.id().equals(travel.id()))) {
                return new Changed(schedule);
            }
            return schedule.travels().size() == Schedule.MOST_TRAVELS
                    ? new Refused(DatesRefusal.TOO_MANY_TRAVELS)
                    : with(schedule, schedule.travels(), travel);
        }
    }

    record ReplaceTravel(Travel travel) implements DatesChange {

        @Override
        public Step on(Schedule schedule) {
            var others = schedule.travels().stream().filter(each -> !each.id().equals(travel.id())).toList();
            return others.size() == schedule.travels().size()
                    ? new Refused(DatesRefusal.DATES_GONE)
                    : with(schedule, others, travel);
        }
    }

    record RemoveTravel(UUID id) implements DatesChange {

        @Override
        public Step on(Schedule schedule) {
            return new Changed(
                    schedule.withTravels(schedule.travels().stream().filter(each -> !each.id().equals(id)).toList()));
        }
    }

    private static Predicate<ExceptionEntry> same(UUID id) {
        return entry -> entry.id().equals(id);
    }

    private static boolean twice(Collection<ExceptionEntry> entries, ExceptionEntry wanted) {
        return entries.stream().anyMatch(each -> each.exception().equals(wanted.exception()));
    }

    private static Step with(Schedule schedule, List<Travel> others, Travel travel) {
        for (var other : others) {
            if (other.overlaps(travel)) {
                return new Overlaps(other);
            }
        }
        var all = new ArrayList<>(others);
        all.add(travel);
        return new Changed(schedule.withTravels(all));
    }
}
