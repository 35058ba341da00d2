package com.mentormatch.availability;

import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.ExtraHours;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Thirty days over a change of the clocks, two windows a day, four exceptions, buffers and thirty held sessions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class SlotEngineBenchmark {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.parse("2027-03-15");

    private Schedule schedule;
    private SlotEngine.Session session;
    private final BitSet held = new BitSet();
    private int from;
    private int to;

    public SlotEngineBenchmark() {
        var windows = new ArrayList<WeeklyWindow>();
        for (var day : DayOfWeek.values()) {
            windows.add(new WeeklyWindow(day, 9 * 60, 12 * 60));
            windows.add(new WeeklyWindow(day, 14 * 60, 18 * 60));
        }
        var exceptions = List.of(ExceptionEntry.of(new Off(FIRST.plusDays(3), FIRST.plusDays(5)), ""),
                ExceptionEntry.of(new OtherHours(FIRST.plusDays(9), FIRST.plusDays(9), List.of(new Hours(600, 900))),
                        ""),
                ExceptionEntry.of(
                        new ExtraHours(FIRST.plusDays(12), FIRST.plusDays(13), List.of(new Hours(1140, 1260))), ""),
                ExceptionEntry.of(new Block(FIRST.plusDays(20), 660, FIRST.plusDays(21), 900), ""));
        schedule = new Schedule(windows, exceptions, List.of(), new SessionSettings(15, 60, 60, 30), Map.of(), 1);
        session = SlotEngine.Session.of(60, schedule.settings());
        from = Cells.floor(FIRST.atStartOfDay(BERLIN).toInstant());
        to = Cells.floor(FIRST.plusDays(30).atStartOfDay(BERLIN).toInstant());
        for (var taken = 40; taken < to - from; taken += 96) {
            held.set(taken, taken + 5);
        }
    }

    @Benchmark
    public int[] thirtyDays() {
        return new SlotEngine(BERLIN, schedule).starts(session, from, to, held, from, Limits.NONE);
    }
}
