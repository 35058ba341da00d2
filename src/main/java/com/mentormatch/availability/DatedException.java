package com.mentormatch.availability;

import java.time.LocalDate;
import java.util.List;

/**
 * What is different from the usual week on certain dates, by the mentor's wall clock. Source: product.md,
 * "Availability".
 *
 * <p>They apply in this order, whatever the order they were made in: a day off or with other hours has nothing of the
 * week, neither its own windows nor what reaches over midnight from the day before; extra hours come on top; a block
 * takes away from all of it.
 */
public sealed interface DatedException {

    /** The first date it concerns. */
    LocalDate first();

    /** The last date it concerns, inclusive. */
    LocalDate last();

    /** Nothing can be booked on these dates. */
    record Off(LocalDate first, LocalDate last) implements DatedException {

        public Off {
            Dates.check(first, last);
        }
    }

    /** These hours instead of the week's, on each of the dates. */
    record OtherHours(LocalDate first, LocalDate last, List<Hours> hours) implements DatedException {

        public OtherHours {
            Dates.check(first, last);
            hours = Dates.apart(hours);
        }
    }

    /** These hours besides all others, on each of the dates. */
    record ExtraHours(LocalDate first, LocalDate last, List<Hours> hours) implements DatedException {

        public ExtraHours {
            Dates.check(first, last);
            hours = Dates.apart(hours);
        }
    }

    /**
     * Nothing can be booked from one moment to another.
     *
     * @param fromMinute minutes after midnight of the first date, 0 to 1425
     * @param toMinute   minutes after midnight of the last date, exclusive, 15 to 1440
     */
    record Block(LocalDate first, int fromMinute, LocalDate last, int toMinute) implements DatedException {

        public Block {
            Dates.check(first, last);
            if (fromMinute < 0 || fromMinute >= Hours.DAY_MINUTES || fromMinute % Hours.GRID_MINUTES != 0
                    || toMinute <= 0 || toMinute > Hours.DAY_MINUTES || toMinute % Hours.GRID_MINUTES != 0
                    || first.equals(last) && toMinute <= fromMinute) {
                throw new IllegalArgumentException("Not a block: " + fromMinute + " to " + toMinute);
            }
        }
    }
}
