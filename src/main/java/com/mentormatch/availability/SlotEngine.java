package com.mentormatch.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Turns a mentor's week into the starts that can be booked. Pure: everything it knows comes in as an argument, and the
 * same code decides what is listed and what is accepted.
 *
 * <p>The mentor speaks in wall-clock time, the world runs on instants, and twice a year they disagree. So the engine
 * works in two layers. First the <em>open</em> cells: a window on a date is laid over every offset the zone has during
 * that date, and each piece is cut to the hours in which that offset is in force. A window that lies in a gap yields
 * nothing, one that lies in an overlap yields both passes, and 01:00 to 02:30 on the night when 02:00 to 03:00 comes
 * twice is two pieces with a hole between, because the first 02:30 to 03:00 was never offered. Then the
 * <em>candidates</em>: wall-clock starts counted from the window's beginning by the start interval; each is looked up
 * in the zone's rules and gives no, one or two instants.
 *
 * <p>A candidate is a slot when all its cells are open and none of its cells, buffer included, is held. Cells are whole
 * quarter hours of UTC (see {@link Cells}); a start that is not on that grid is not offered.
 */
final class SlotEngine {

    /** Minutes after local midnight a window may reach into the next day, and then a little for the offset change. */
    private static final int LOOK_BACK_DAYS = 2;

    private final ZoneRules rules;
    private final List<WeeklyWindow> windows;

    SlotEngine(ZoneId zone, List<WeeklyWindow> windows) {
        this.rules = zone.getRules();
        this.windows = windows;
    }

    /**
     * @param session  length and spacing of what is to be booked, in cells
     * @param fromCell first start cell wanted
     * @param toCell   first start cell no longer wanted
     * @param held     cells held by anyone who would take part, counted from {@code heldBase}
     * @return start cells in ascending order, each once
     */
    List<Integer> starts(Session session, int fromCell, int toCell, BitSet held, int heldBase) {
        if (fromCell >= toCell || windows.isEmpty()) {
            return List.of();
        }
        var base = fromCell - 1;
        var open = new BitSet();
        var candidates = new BitSet();
        var first = localDate(fromCell).minusDays(LOOK_BACK_DAYS);
        var last = localDate(toCell + session.cells()).plusDays(1);
        for (var date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (var window : windowsOf(date.getDayOfWeek())) {
                open(date, window, base, open);
                candidates(date, window, session, base, toCell, candidates);
            }
        }
        var starts = new ArrayList<Integer>();
        for (var bit = candidates.nextSetBit(0); bit >= 0; bit = candidates.nextSetBit(bit + 1)) {
            var cell = base + bit;
            if (cell >= fromCell && open.nextClearBit(bit) >= bit + session.cells()
                    && free(held, cell - heldBase, session.cells() + session.bufferCells())) {
                starts.add(cell);
            }
        }
        return starts;
    }

    /** The cells inside some window, counted from {@code fromCell}; what is held does not matter. */
    BitSet open(int fromCell, int toCell) {
        var open = new BitSet();
        var last = localDate(toCell).plusDays(1);
        for (var date = localDate(fromCell).minusDays(LOOK_BACK_DAYS); !date.isAfter(last); date = date.plusDays(1)) {
            for (var window : windowsOf(date.getDayOfWeek())) {
                open(date, window, fromCell, open);
            }
        }
        open.clear(toCell - fromCell, Math.max(open.length(), toCell - fromCell));
        return open;
    }

    private static boolean free(BitSet held, int from, int length) {
        var next = held.nextSetBit(Math.max(from, 0));
        return next < 0 || next >= from + length;
    }

    private List<WeeklyWindow> windowsOf(DayOfWeek day) {
        var ofDay = new ArrayList<WeeklyWindow>(2);
        for (var window : windows) {
            if (window.day() == day) {
                ofDay.add(window);
            }
        }
        return ofDay;
    }

    /** Marks the cells of a window on a date: for each offset in force around it, the part in which it is in force. */
    private void open(LocalDate date, WeeklyWindow window, int base, BitSet open) {
        var midnight = date.toEpochDay() * 86_400;
        var from = midnight + window.startMinute() * 60L;
        var to = midnight + window.endMinute() * 60L;
        var segmentStart = Long.MIN_VALUE;
        var at = Instant.ofEpochSecond(from - 86_400);
        var offset = rules.getOffset(at);
        while (true) {
            var change = rules.nextTransition(at);
            var segmentEnd = change == null ? Long.MAX_VALUE : change.toEpochSecond();
            var start = Math.max(from - offset.getTotalSeconds(), segmentStart);
            var end = Math.min(to - offset.getTotalSeconds(), segmentEnd);
            if (start < end) {
                mark(start, end, base, open);
            }
            if (change == null || segmentEnd > to + 86_400) {
                return;
            }
            segmentStart = segmentEnd;
            at = change.getInstant();
            offset = change.getOffsetAfter();
        }
    }

    private static void mark(long start, long end, int base, BitSet open) {
        var first = Math.ceilDiv(start, Cells.SECONDS) - base;
        var beyond = Math.floorDiv(end, Cells.SECONDS) - base;
        if (beyond > 0 && beyond > first) {
            open.set((int) Math.max(first, 0), (int) beyond);
        }
    }

    private void candidates(LocalDate date, WeeklyWindow window, Session session, int base, int toCell,
            BitSet candidates) {
        for (var minute = window.startMinute(); minute < window.endMinute(); minute += session.intervalMinutes()) {
            var wall = LocalDateTime.of(date, LocalTime.MIDNIGHT).plusMinutes(minute);
            for (ZoneOffset offset : rules.getValidOffsets(wall)) {
                var second = wall.toEpochSecond(offset);
                var cell = Math.floorDiv(second, Cells.SECONDS);
                if (second % Cells.SECONDS == 0 && cell > base && cell < toCell) {
                    candidates.set((int) (cell - base));
                }
            }
        }
    }

    private LocalDate localDate(int cell) {
        var instant = Cells.start(cell);
        return instant.atOffset(rules.getOffset(instant)).toLocalDate();
    }

    /**
     * What is to be booked.
     *
     * @param cells           length in quarter hours
     * @param bufferCells     time kept free afterwards, in quarter hours
     * @param intervalMinutes minutes of wall clock between two starts
     */
    record Session(int cells, int bufferCells, int intervalMinutes) {

        static Session of(int minutes, SessionSettings settings) {
            return new Session(minutes / WeeklyWindow.GRID_MINUTES,
                    settings.bufferMinutes() / WeeklyWindow.GRID_MINUTES, settings.intervalFor(minutes));
        }
    }
}
