package com.mentormatch.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.ExtraHours;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import com.mentormatch.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The promise that times stay right when clocks change, over every zone the JDK knows and the dates of 2024 to 2037,
 * half of them near a change. What the engine does with arithmetic is read here literally, quarter hour by quarter
 * hour, off the wall clock.
 */
class SlotPropertyTests {

    private static final int CASES = 50_000;

    private static void everyCase(Consumer<RandomCalendar> property) {
        IntStream.range(0, CASES).parallel().mapToObj(RandomCalendar::new).forEach(property);
    }

    @Test
    void whatIsListedIsWhatTheRulesSay() {
        var offered = new LongAdder();
        everyCase(calendar -> {
            var listed = new HashSet<>(calendar.listed());
            offered.add(listed.size());
            var literal = new Literal(calendar);
            for (var at = calendar.range.start(); at.isBefore(calendar.range.end()); at = next(at)) {
                if (listed.contains(at) != literal.offers(at)) {
                    assertThat(listed.contains(at)).as("%s at %s, read literally", calendar, at)
                        .isEqualTo(literal.offers(at));
                }
            }
        });
        assertThat(offered.sum()).as("slots in all cases").isGreaterThan(CASES);
    }

    @Test
    void theValidatorAgreesWithTheListOnEveryQuarterHour() {
        everyCase(calendar -> {
            var listed = new HashSet<>(calendar.listed());
            var calendars = calendar.calendars(calendar.held);
            for (var at = calendar.range.start(); at.isBefore(calendar.range.end()); at = next(at)) {
                var accepted = !calendars.free(calendar.offer, new TimeSpan(at, at.plusSeconds(1))).isEmpty();
                if (accepted != listed.contains(at)) {
                    assertThat(accepted).as("%s at %s, listed: %s", calendar, at, listed.contains(at))
                        .isEqualTo(listed.contains(at));
                }
            }
        });
    }

    @Test
    void everyListedTimeExistsOnTheWallAndComesBackExactly() {
        everyCase(calendar -> {
            for (var start : calendar.listed()) {
                var wall = start.atZone(calendar.home);
                assertThat(wall.toInstant()).isEqualTo(start);
                assertThat(calendar.home.getRules().getValidOffsets(wall.toLocalDateTime())).as("%s", calendar)
                    .contains(wall.getOffset());
                assertThat(start.getEpochSecond() % 900).as("%s", calendar).isZero();
            }
        });
    }

    /** Booking one of two listed times leaves the other listed if and only if both fit with the buffer after each. */
    @Test
    void twoTimesAreBothListedOnlyWhileBothCanBeBooked() {
        everyCase(calendar -> {
            var listed = calendar.listed();
            if (listed.size() < 2 || calendar.mentor().limited(calendar.offer.id())) {
                return;
            }
            var one = listed.get(calendar.random.nextInt(listed.size()));
            var length = calendar.offer.length()
                .plusMinutes(calendar.schedule.settingsOf(calendar.offer.id()).bufferMinutes());
            var taken = (BitSet) calendar.held.clone();
            var first = Cells.floor(one) - Cells.first(calendar.reach);
            taken.set(first, first + (int) (length.toMinutes() / 15));
            var left = new HashSet<>(calendar.calendars(taken).free(calendar.offer, calendar.range));
            for (var other : listed) {
                var apart = Duration.between(one, other).abs().compareTo(length) >= 0;
                assertThat(left.contains(other)).as("%s: %s once %s is booked", calendar, other, one).isEqualTo(apart);
            }
        });
    }

    /** Wherever in the range it is now and whatever the notice: nothing held lies before what was read of it. */
    @Test
    void knowingMoreOfWhatWasHeldEarlierChangesNothing() {
        everyCase(calendar -> {
            var seconds = (int) Duration.between(calendar.range.start(), calendar.range.end()).toSeconds();
            var now = calendar.range.start().plusSeconds(calendar.random.nextInt(3 * seconds) - seconds);
            var reach = Slots.reach(calendar.range, now);
            var earlier = 1 + calendar.random.nextInt(200);
            var more = calendar.random.ints(10, 0, earlier).collect(BitSet::new, BitSet::set, BitSet::or);
            calendar.held.stream().forEach(cell -> more.set(cell + earlier));
            var wider = new TimeSpan(Cells.start(Cells.first(reach) - earlier), reach.end());
            assertThat(calendar.calendars(calendar.held, reach, now).free(calendar.offer, calendar.range))
                .as("%s, now %s", calendar, now)
                .isEqualTo(calendar.calendars(more, wider, now).free(calendar.offer, calendar.range));
        });
    }

    private static Instant next(Instant at) {
        return at.plusSeconds(900);
    }

    /** The rules as they are written, asked about one quarter hour at a time. */
    private static final class Literal {

        /** What a date has, before anything later takes from it. */
        private record Day(ZoneId zone, List<Hours> regular, List<Hours> extra, boolean replaced, List<Block> blocks) {}

        private record Read(boolean open, boolean start) {}

        private final RandomCalendar calendar;
        private final Schedule schedule;
        private final SessionSettings own;
        private final Set<ZoneId> zones = new HashSet<>();
        private final Map<LocalDate, Day> days = new HashMap<>();
        private final Map<Instant, Read> read = new HashMap<>();

        Literal(RandomCalendar calendar) {
            this.calendar = calendar;
            this.schedule = calendar.schedule;
            this.own = schedule.settingsOf(calendar.offer.id());
            zones.add(calendar.home);
            schedule.travels().forEach(travel -> zones.add(travel.zone()));
        }

        boolean offers(Instant start) {
            var notice = Duration.ofMinutes(own.noticeMinutes());
            var needed = calendar.offer.instant() || notice.toHours() >= 3 ? notice : Duration.ofHours(3);
            if (start.isBefore(calendar.now.plus(needed))
                    || !start.isBefore(calendar.now.plus(Duration.ofDays(own.horizonDays()))) || !at(start).start
                    || reached(start)) {
                return false;
            }
            var end = start.plus(calendar.offer.length());
            for (var at = start; at.isBefore(end); at = next(at)) {
                if (!at(at).open) {
                    return false;
                }
            }
            var free = end.plus(Duration.ofMinutes(own.bufferMinutes()));
            for (var at = start; at.isBefore(free); at = next(at)) {
                if (calendar.held.get(Cells.floor(at) - Cells.first(calendar.reach))) {
                    return false;
                }
            }
            return true;
        }

        private Read at(Instant at) {
            return read.computeIfAbsent(at, this::read);
        }

        private Read read(Instant at) {
            var interval = own.intervalFor(calendar.offer.minutes());
            var open = false;
            var start = false;
            for (var zone : zones) {
                var wall = LocalDateTime.ofInstant(at, zone);
                var minute = wall.getHour() * 60 + wall.getMinute();
                if (day(wall.toLocalDate()).zone.equals(zone) && blocked(wall.toLocalDate(), minute)) {
                    return new Read(false, false);
                }
                for (var back = 0; back < 2; back++) {
                    var date = wall.toLocalDate().minusDays(back);
                    if (day(date).zone.equals(zone)) {
                        open |= covered(date, minute + back * 1440, 1, at);
                        start |= covered(date, minute + back * 1440, interval, at);
                    }
                }
            }
            return new Read(open, start);
        }

        private boolean covered(LocalDate date, int minute, int interval, Instant at) {
            var day = day(date);
            return covers(day.extra, minute, interval)
                    || covers(day.regular, minute, interval) && !replacedLater(date, at);
        }

        /** Asked millions of times, like what follows: streams would cost more than what they look for. */
        private boolean replacedLater(LocalDate date, Instant at) {
            for (var zone : zones) {
                var there = LocalDate.ofInstant(at, zone);
                if (there.isAfter(date) && day(there).zone.equals(zone) && day(there).replaced) {
                    return true;
                }
            }
            return false;
        }

        /** Only minutes that lie whole intervals after the beginning count. */
        private static boolean covers(List<Hours> all, int minute, int interval) {
            for (var hours : all) {
                if (hours.startMinute() <= minute && minute < hours.endMinute()
                        && (minute - hours.startMinute()) % interval == 0) {
                    return true;
                }
            }
            return false;
        }

        private boolean blocked(LocalDate date, int minute) {
            for (var block : day(date).blocks) {
                if (minute >= (date.equals(block.first()) ? block.fromMinute() : 0)
                        && minute < (date.equals(block.last()) ? block.toMinute() : 1440)) {
                    return true;
                }
            }
            return false;
        }

        private boolean reached(Instant at) {
            var day = dateOf(at);
            var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var week = Set.copyOf(monday.datesUntil(monday.plusDays(7)).toList());
            var all = calendar.booked;
            var same = all.stream().filter(session -> session.offer().equals(calendar.offer.id())).toList();
            return full(all, Set.of(day), schedule.settings().mostADay())
                    || full(all, week, schedule.settings().mostAWeek()) || full(same, Set.of(day), own.mostADay())
                    || full(same, week, own.mostAWeek());
        }

        private boolean full(List<BookedSessions.Session> sessions, Set<LocalDate> dates, Integer most) {
            return most != null
                    && sessions.stream().filter(session -> dates.contains(dateOf(session.start()))).count() >= most;
        }

        /** Where the mentor is at that moment, it is this date. */
        private LocalDate dateOf(Instant at) {
            for (var travel : schedule.travels()) {
                var there = LocalDate.ofInstant(at, travel.zone());
                if (within(there, travel.first(), travel.last())) {
                    return there;
                }
            }
            return LocalDate.ofInstant(at, calendar.home);
        }

        private Day day(LocalDate wanted) {
            return days.computeIfAbsent(wanted, date -> {
                var zone = schedule.travels()
                    .stream()
                    .filter(travel -> within(date, travel.first(), travel.last()))
                    .map(Travel::zone)
                    .findFirst()
                    .orElse(calendar.home);
                var off = !exceptions(Off.class, date).isEmpty();
                var other = exceptions(OtherHours.class, date).stream().flatMap(each -> each.hours().stream()).toList();
                var week = schedule.windows()
                    .stream()
                    .filter(window -> window.day() == date.getDayOfWeek())
                    .map(WeeklyWindow::hours)
                    .toList();
                var extra = exceptions(ExtraHours.class, date).stream().flatMap(each -> each.hours().stream()).toList();
                return new Day(zone, off ? List.of() : other.isEmpty() ? week : other, extra, off || !other.isEmpty(),
                        exceptions(Block.class, date));
            });
        }

        private <T extends DatedException> List<T> exceptions(Class<T> kind, LocalDate date) {
            return schedule.exceptions()
                .stream()
                .map(ExceptionEntry::exception)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(exception -> within(date, exception.first(), exception.last()))
                .toList();
        }

        private static boolean within(LocalDate date, LocalDate first, LocalDate last) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }
}
