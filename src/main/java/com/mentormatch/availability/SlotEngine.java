package com.mentormatch.availability;

import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.ExtraHours;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;

/**
 * Turns a mentor's hours into the starts that can be booked. Pure: everything it knows comes in as an argument, and the
 * same code decides what is listed and what is accepted.
 *
 * <p>The mentor speaks in wall-clock time, the world runs on instants, and twice a year they disagree. So the engine
 * lays each stretch of wall-clock time over every offset its zone has around that date, and cuts each piece to the
 * hours in which that offset is in force (see {@link Offsets}). A window that lies in a gap yields nothing, one that
 * lies in an overlap yields both passes, and 01:00 to 02:30 on the night when 02:00 to 03:00 comes twice is two pieces
 * with a hole between, because the first 02:30 to 03:00 was never offered.
 *
 * <p>What is laid down sets two things: the cells that are <em>open</em>, and the <em>candidates</em>, which are the
 * starts counted from the stretch's beginning by the start interval. Dates are worked through in order: a date off or
 * with other hours first wipes its own day clean of the week, then its hours go down. Extra hours come on top, blocks
 * are cut out last. Each date uses the zone the mentor is in on that date.
 *
 * <p>A candidate is a slot when all its cells are open, none of its cells, buffer included, is held, and no limit is
 * reached. Cells are whole quarter hours of UTC (see {@link Cells}); a start that is not on that grid is not offered.
 *
 * <p>It is all arithmetic on seconds and bits: the zone's rules are asked once for each change of its clocks.
 */
final class SlotEngine {

    private static final long DAY = 86_400;
    private static final Hours[] NO_HOURS = {};

    /** No zone is farther from UTC than {@link java.time.ZoneOffset#MAX}. */
    private static final long FARTHEST = 18 * 3_600;

    private final Places places;
    private final Hours[][] week;
    private final List<ExceptionEntry> exceptions;

    SlotEngine(ZoneId home, Schedule schedule) {
        this.places = new Places(home, schedule.travels());
        this.week = byDay(schedule.windows());
        this.exceptions = schedule.exceptions();
    }

    /**
     * @param session  length and spacing of what is to be booked, in cells
     * @param fromCell first start cell wanted
     * @param toCell   first start cell no longer wanted
     * @param held     cells held by anyone who would take part, counted from {@code heldBase}
     * @param heldBase a cell no later than {@code fromCell}, so that nothing held is overlooked
     * @param allowed  whether a session may still begin in that cell as far as limits go
     * @return start cells in ascending order, each once
     */
    int[] starts(Session session, int fromCell, int toCell, BitSet held, int heldBase, IntPredicate allowed) {
        if (heldBase > fromCell) {
            throw new IllegalArgumentException(
                    "What is held is known from cell " + heldBase + ", not from " + fromCell);
        }
        if (fromCell >= toCell) {
            return new int[0];
        }
        var plan = new Plan(fromCell, toCell, session.cells(), session.intervalMinutes());
        plan.layAll();
        var free = plan.candidates;
        gather(plan.open, session.cells(), BitSet::and);
        free.and(plan.open);
        var length = session.cells() + session.bufferCells();
        var skipped = fromCell - heldBase;
        var taken = held.get(skipped, skipped + toCell - fromCell + length);
        gather(taken, length, BitSet::or);
        free.andNot(taken);
        var starts = new int[free.cardinality()];
        var count = 0;
        for (var bit = free.nextSetBit(0); bit >= 0; bit = free.nextSetBit(bit + 1)) {
            if (allowed.test(fromCell + bit)) {
                starts[count++] = fromCell + bit;
            }
        }
        return count == starts.length ? starts : Arrays.copyOf(starts, count);
    }

    /**
     * Makes each bit stand for itself and the {@code length - 1} bits after it: all of them ({@code and}) or any of them
     * ({@code or}), a machine word at a time and twice as far with every step.
     */
    private static void gather(BitSet bits, int length, BiConsumer<BitSet, BitSet> join) {
        for (var done = 1; done < length;) {
            var more = Math.min(done, length - done);
            join.accept(bits, bits.get(more, Math.max(more, bits.length())));
            done += more;
        }
    }

    /** The cells in which the mentor is there, counted from {@code fromCell}; what is held does not matter. */
    BitSet open(int fromCell, int toCell) {
        var plan = new Plan(fromCell, toCell, 0, Hours.DAY_MINUTES);
        plan.layAll();
        plan.open.clear(toCell - fromCell, Math.max(plan.open.length(), toCell - fromCell));
        return plan.open;
    }

    /** The date a session that begins in that cell falls on for the mentor, as a day counted from 1970. */
    long dateOf(int cell) {
        return places.dateOf((long) cell * Cells.SECONDS);
    }

    private static Hours[][] byDay(List<WeeklyWindow> windows) {
        var week = new Hours[7][];
        Arrays.fill(week, NO_HOURS);
        for (var window : windows) {
            var day = window.day().getValue() - 1;
            week[day] = Arrays.copyOf(week[day], week[day].length + 1);
            week[day][week[day].length - 1] = window.hours();
        }
        return week;
    }

    /** One computation: the dates that can matter for a range of cells, and what has been laid down so far. */
    private final class Plan {

        private final int base;
        private final int toCell;
        private final int step;
        private final long firstDay;
        private final long lastDay;
        private final Places.Clocks clocks;
        private final BitSet open;
        private final BitSet candidates;

        Plan(int fromCell, int toCell, int cells, int intervalMinutes) {
            this.base = fromCell;
            this.toCell = toCell;
            this.step = intervalMinutes / Hours.GRID_MINUTES;
            var from = (long) fromCell * Cells.SECONDS;
            var to = (long) (toCell + cells) * Cells.SECONDS;
            this.firstDay = Math.floorDiv(from - FARTHEST, DAY) - 1;
            this.lastDay = Math.floorDiv(to + FARTHEST, DAY);
            this.clocks = places.clocks(firstDay, lastDay);
            this.open = new BitSet(toCell - fromCell + cells + 96);
            this.candidates = new BitSet(toCell - fromCell);
        }

        void layAll() {
            var replaced = replaced();
            for (var day = firstDay; day <= lastDay; day++) {
                var instead = replaced == null ? null : replaced[(int) (day - firstDay)];
                if (instead != null) {
                    wipe(day, 0, Hours.DAY_MINUTES);
                }
                lay(day, instead == null ? week[(int) Math.floorMod(day + 3, 7L)] : instead);
            }
            for (var entry : exceptions) {
                if (entry.exception() instanceof ExtraHours extra) {
                    var hours = extra.hours().toArray(Hours[]::new);
                    for (var day = first(extra); day <= last(extra); day++) {
                        lay(day, hours);
                    }
                }
            }
            for (var entry : exceptions) {
                if (entry.exception() instanceof Block block) {
                    for (var day = first(block); day <= last(block); day++) {
                        wipe(day, day == block.first().toEpochDay() ? block.fromMinute() : 0,
                                day == block.last().toEpochDay() ? block.toMinute() : Hours.DAY_MINUTES);
                    }
                }
            }
        }

        /** Per day what counts instead of the week; off beats other hours, null means the week. */
        private Hours[][] replaced() {
            Hours[][] replaced = null;
            for (var entry : exceptions) {
                var exception = entry.exception();
                if ((exception instanceof Off || exception instanceof OtherHours)
                        && first(exception) <= last(exception)) {
                    replaced = replaced == null ? new Hours[(int) (lastDay - firstDay) + 1][] : replaced;
                    for (var day = first(exception); day <= last(exception); day++) {
                        var index = (int) (day - firstDay);
                        var earlier = replaced[index];
                        replaced[index] = switch (exception) {
                            case OtherHours other when earlier == null -> other.hours().toArray(Hours[]::new);
                            case OtherHours other when earlier.length > 0 -> together(earlier, other.hours());
                            default -> NO_HOURS;
                        };
                    }
                }
            }
            return replaced;
        }

        private static Hours[] together(Hours[] some, List<Hours> more) {
            var all = new ArrayList<>(List.of(some));
            all.addAll(more);
            return all.toArray(Hours[]::new);
        }

        private long first(DatedException exception) {
            return Math.max(exception.first().toEpochDay(), firstDay);
        }

        private long last(DatedException exception) {
            return Math.min(exception.last().toEpochDay(), lastDay);
        }

        private void lay(long day, Hours[] all) {
            if (all.length == 0) {
                return;
            }
            var offsets = clocks.on(day);
            for (var hours : all) {
                var wallFrom = day * DAY + hours.startMinute() * 60L;
                var wallTo = day * DAY + hours.endMinute() * 60L;
                for (var piece = 0; piece < offsets.count(); piece++) {
                    var begin = wallFrom - offsets.seconds(piece);
                    var from = Math.max(begin, offsets.from(piece));
                    var to = Math.min(wallTo - offsets.seconds(piece), offsets.to(piece));
                    if (from < to) {
                        mark(from, to, true);
                        propose(begin, from, to);
                    }
                }
            }
        }

        /** Takes wall-clock time of a date away. */
        private void wipe(long day, int startMinute, int endMinute) {
            var offsets = clocks.on(day);
            for (var piece = 0; piece < offsets.count(); piece++) {
                var from = Math.max(day * DAY + startMinute * 60L - offsets.seconds(piece), offsets.from(piece));
                var to = Math.min(day * DAY + endMinute * 60L - offsets.seconds(piece), offsets.to(piece));
                if (from < to) {
                    mark(from, to, false);
                }
            }
        }

        private void mark(long from, long to, boolean value) {
            var first = Math.ceilDiv(from, Cells.SECONDS) - base;
            var beyond = Math.floorDiv(to, Cells.SECONDS) - base;
            if (beyond > 0 && beyond > first) {
                open.set((int) Math.max(first, 0), (int) beyond, value);
                if (!value) {
                    candidates.clear((int) Math.max(first, 0), (int) beyond);
                }
            }
        }

        /**
         * Every whole interval after the beginning within the piece. Intervals are whole cells, so either all of these
         * starts are on the grid or none is.
         *
         * @param begin where counting starts, which may lie before {@code from}
         */
        private void propose(long begin, long from, long to) {
            if (begin % Cells.SECONDS != 0) {
                return;
            }
            var first = (int) (begin / Cells.SECONDS - base);
            var earliest = (int) Math.max(Math.ceilDiv(from, Cells.SECONDS) - base, 0);
            var beyond = (int) Math.min(Math.ceilDiv(to, Cells.SECONDS) - base, toCell - base);
            if (first < earliest) {
                first += Math.ceilDiv(earliest - first, step) * step;
            }
            for (var cell = first; cell < beyond; cell += step) {
                candidates.set(cell);
            }
        }
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
            return new Session(minutes / Hours.GRID_MINUTES, settings.bufferMinutes() / Hours.GRID_MINUTES,
                    settings.intervalFor(minutes));
        }
    }
}
