package com.mentormatch.availability;

import com.mentormatch.account.Person;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** A mentor's coming seven days at a glance: when they are bookable, and what is taken. */
@Component
public class WeekAhead {

    private static final int DAYS = 7;

    /** A stretch of one day, in quarter hours since its midnight. */
    public record Stretch(int start, int length) {}

    /**
     * @param quarters how many quarter hours the day has: 96, or a few more or less where the clocks change
     * @param open     hours in which one can be booked, taken or not
     * @param taken    hours of sessions, the mentor's own as a mentee too, and of the time kept free after them
     * @param free     how much of the open hours is not taken
     */
    public record Day(LocalDate date, int quarters, List<Stretch> open, List<Stretch> taken, Duration free,
            Duration busy) {}

    private final Schedules schedules;
    private final Holds holds;

    WeekAhead(Schedules schedules, Holds holds) {
        this.schedules = schedules;
        this.holds = holds;
    }

    /** @param zone whose midnights part the days, the reader's */
    public List<Day> of(Person mentor, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var week = new TimeSpan(midnight(today, zone), midnight(today.plusDays(DAYS), zone));
        var schedule = new MentorSchedule(schedules.of(mentor.id()), mentor.zone());
        var open = schedule.engine().open(Cells.first(week), Cells.end(week));
        var taken = holds.held(List.of(mentor.id()), week, now).get(mentor.id());
        var days = new ArrayList<Day>(DAYS);
        for (var date = today; date.isBefore(today.plusDays(DAYS)); date = date.plusDays(1)) {
            var from = Cells.floor(midnight(date, zone)) - Cells.first(week);
            var to = Cells.floor(midnight(date.plusDays(1), zone)) - Cells.first(week);
            var openThen = open.get(from, to);
            var takenThen = taken.get(from, to);
            var free = (BitSet) openThen.clone();
            free.andNot(takenThen);
            days.add(new Day(date, to - from, stretches(openThen), stretches(takenThen), length(free),
                    length(takenThen)));
        }
        return days;
    }

    private static Instant midnight(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static Duration length(BitSet cells) {
        return Duration.ofSeconds((long) cells.cardinality() * Cells.SECONDS);
    }

    private static List<Stretch> stretches(BitSet cells) {
        var stretches = new ArrayList<Stretch>();
        for (var start = cells.nextSetBit(0); start >= 0;) {
            var end = cells.nextClearBit(start);
            stretches.add(new Stretch(start, end - start));
            start = cells.nextSetBit(end);
        }
        return stretches;
    }
}
