package com.mentormatch.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mentormatch.availability.SlotEngine.Session;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotEngineTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Session HOUR = new Session(4, 0, 60);

    @Test
    void listsAWindowByTheStartInterval() {
        assertThat(wallClock(BERLIN, "2027-03-01", window(DayOfWeek.MONDAY, 9, 12), HOUR)).containsExactly("09:00",
                "10:00", "11:00");
        assertThat(wallClock(BERLIN, "2027-03-01", window(DayOfWeek.MONDAY, 9, 11), new Session(4, 0, 15)))
            .containsExactly("09:00", "09:15", "09:30", "09:45", "10:00");
    }

    @Test
    void refusesToListWhatIsNotKnownToBeFree() {
        var engine = new SlotEngine(BERLIN, new Schedule(List.of(), SessionSettings.DEFAULT, 0));
        assertThat(engine.starts(HOUR, 100, 200, new BitSet(), 100, Limits.NONE)).isEmpty();
        assertThatIllegalArgumentException()
            .isThrownBy(() -> engine.starts(HOUR, 100, 200, new BitSet(), 101, Limits.NONE));
    }

    @Test
    void offersNothingInTheHourThatSpringSkips() {
        assertThat(wallClock(BERLIN, "2027-03-28", window(DayOfWeek.SUNDAY, 1, 5), HOUR)).containsExactly("01:00",
                "03:00", "04:00");
    }

    @Test
    void aWindowInsideTheSkippedHourIsEmpty() {
        assertThat(wallClock(BERLIN, "2027-03-28", window(DayOfWeek.SUNDAY, 2, 3), HOUR)).isEmpty();
    }

    @Test
    void offersTheHourThatAutumnRepeatsTwice() {
        assertThat(wallClock(BERLIN, "2027-10-31", window(DayOfWeek.SUNDAY, 1, 4), HOUR)).containsExactly("01:00",
                "02:00", "02:00", "03:00");
    }

    @Test
    void aWindowThatEndsInsideTheRepeatedHourHasAHole() {
        var window = new WeeklyWindow(DayOfWeek.SUNDAY, 60, 150);
        assertThat(wallClock(BERLIN, "2027-10-31", window, new Session(2, 0, 30))).containsExactly("01:00", "01:30",
                "02:00", "02:00");
    }

    @Test
    void crossesMidnightAndEndsAtTwentyFour() {
        assertThat(wallClock(BERLIN, "2027-03-01", new WeeklyWindow(DayOfWeek.MONDAY, 23 * 60, 25 * 60), HOUR))
            .containsExactly("23:00");
        assertThat(wallClock(BERLIN, "2027-03-02", new WeeklyWindow(DayOfWeek.MONDAY, 23 * 60, 25 * 60), HOUR))
            .containsExactly("00:00");
        assertThat(wallClock(BERLIN, "2027-03-01", new WeeklyWindow(DayOfWeek.MONDAY, 22 * 60, 24 * 60), HOUR))
            .containsExactly("22:00", "23:00");
    }

    @Test
    void aSessionMayRunFromOneWindowIntoTheNext() {
        var windows = List.of(new WeeklyWindow(DayOfWeek.MONDAY, 23 * 60 + 30, 24 * 60),
                new WeeklyWindow(DayOfWeek.TUESDAY, 0, 60));
        assertThat(wallClock(BERLIN, "2027-03-01", windows, HOUR, new BitSet(), 0)).containsExactly("23:30");
    }

    @Test
    void halfHourShiftsStayOnTheGrid() {
        assertThat(wallClock(ZoneId.of("Australia/Lord_Howe"), "2027-10-03", window(DayOfWeek.SUNDAY, 1, 4),
                new Session(2, 0, 30)))
            .containsExactly("01:00", "01:30", "02:30", "03:00", "03:30");
    }

    @Test
    void leavesOutWhatIsHeldAndWhatItsBufferWouldTouch() {
        var eight = Cells.floor(LocalDate.parse("2027-02-28").atTime(8, 0).atZone(BERLIN).toInstant());
        var ten = Cells.floor(LocalDate.parse("2027-03-01").atTime(10, 0).atZone(BERLIN).toInstant());
        var held = new BitSet();
        held.set(ten - eight, ten - eight + 4);
        var windows = List.of(window(DayOfWeek.MONDAY, 9, 13));
        assertThat(wallClock(BERLIN, "2027-03-01", windows, HOUR, held, eight)).containsExactly("09:00", "11:00",
                "12:00");
        assertThat(wallClock(BERLIN, "2027-03-01", windows, new Session(4, 1, 60), held, eight))
            .containsExactly("11:00", "12:00");
    }

    /** Against a slow reading of the rule: a start is a slot when every quarter hour of it is inside a window. */
    @Test
    void agreesWithTheRuleReadLiterally() {
        var random = new Random(20270328);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
        for (var round = 0; round < 4000; round++) {
            var zone = zones.get(random.nextInt(zones.size()));
            var windows = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(_ -> window(random)).toList();
            var session = new Session(1 + random.nextInt(12), random.nextInt(5), 15 * (1 + random.nextInt(12)));
            var from = Cells.floor(date(random, zone).atStartOfDay(zone).toInstant());
            var to = from + 96 * 2;
            var held = new BitSet();
            random.ints(random.nextInt(20), 0, 96 * 2 + 20).forEach(held::set);
            var starts = starts(zone, windows, session, from, to, held, from);
            for (var cell = from; cell < to; cell++) {
                var expected = starts(zone, windows, session, cell) && inside(zone, windows, cell, session.cells())
                        && held.get(cell - from, cell - from + session.cells() + session.bufferCells()).isEmpty();
                assertThat(starts.contains(cell)).as("%s %s %s at %s", zone, windows, session, Cells.start(cell))
                    .isEqualTo(expected);
            }
        }
    }

    private static boolean inside(ZoneId zone, List<WeeklyWindow> windows, int cell, int length) {
        return IntStream.range(cell, cell + length).allMatch(each -> windows.stream().anyMatch(window -> {
            var wall = Cells.start(each).atZone(zone).toLocalDateTime();
            return IntStream.rangeClosed(0, 1).anyMatch(back -> {
                var day = wall.toLocalDate().minusDays(back);
                var minute = back * 1440 + wall.getHour() * 60 + wall.getMinute();
                return day.getDayOfWeek() == window.day() && minute >= window.startMinute()
                        && minute < window.endMinute();
            });
        }));
    }

    private static boolean starts(ZoneId zone, List<WeeklyWindow> windows, Session session, int cell) {
        var wall = Cells.start(cell).atZone(zone).toLocalDateTime();
        return windows.stream().anyMatch(window -> IntStream.rangeClosed(0, 1).anyMatch(back -> {
            var minute = back * 1440 + wall.getHour() * 60 + wall.getMinute();
            return wall.toLocalDate().minusDays(back).getDayOfWeek() == window.day() && minute >= window.startMinute()
                    && minute < window.endMinute() && (minute - window.startMinute()) % session.intervalMinutes() == 0;
        }));
    }

    private static WeeklyWindow window(Random random) {
        var start = 15 * random.nextInt(96);
        return new WeeklyWindow(DayOfWeek.of(1 + random.nextInt(7)), start, start + 15 * (1 + random.nextInt(96)));
    }

    /** Half of the dates are near a change of the clocks. */
    private static LocalDate date(Random random, ZoneId zone) {
        var date = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(14 * 365));
        var change = zone.getRules().nextTransition(date.atStartOfDay(zone).toInstant());
        return change == null || random.nextBoolean()
                ? date
                : change.getDateTimeBefore().toLocalDate().minusDays(random.nextInt(2));
    }

    private static WeeklyWindow window(DayOfWeek day, int startHour, int endHour) {
        return new WeeklyWindow(day, startHour * 60, endHour * 60);
    }

    private static List<String> wallClock(ZoneId zone, String date, WeeklyWindow window, Session session) {
        return wallClock(zone, date, List.of(window), session, new BitSet(), 0);
    }

    private static List<String> wallClock(ZoneId zone, String date, List<WeeklyWindow> windows, Session session,
            BitSet held, int heldBase) {
        var day = LocalDate.parse(date);
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return starts(zone, windows, session, Cells.floor(from), Cells.floor(to), held, heldBase).stream()
            .map(cell -> Cells.start(cell).atZone(zone).toLocalTime().toString())
            .toList();
    }

    private static List<Integer> starts(ZoneId zone, List<WeeklyWindow> windows, Session session, int from, int to,
            BitSet held, int heldBase) {
        var schedule = new Schedule(windows, SessionSettings.DEFAULT, 0);
        return Arrays.stream(new SlotEngine(zone, schedule).starts(session, from, to, held, heldBase, Limits.NONE))
            .boxed()
            .toList();
    }
}
