package com.mentormatch.availability;

/**
 * A stretch of wall-clock time that begins on some date.
 *
 * <p>Source: product.md, "Availability". Quarter-hour grid; {@code endMinute} 1440 is 24:00, more than that crosses
 * midnight (22:00 to 02:00 is 1320 to 1560); at most 24 hours long.
 *
 * @param startMinute minutes after midnight, 0 to 1425
 * @param endMinute   minutes after that same midnight, exclusive
 */
public record Hours(int startMinute, int endMinute) implements Comparable<Hours> {

    public static final int GRID_MINUTES = 15;
    static final int DAY_MINUTES = 24 * 60;

    public Hours {
        if (startMinute < 0 || startMinute >= DAY_MINUTES || endMinute <= startMinute
                || endMinute - startMinute > DAY_MINUTES || startMinute % GRID_MINUTES != 0
                || endMinute % GRID_MINUTES != 0) {
            throw new IllegalArgumentException(
                    "Not hours on the quarter-hour grid: " + startMinute + " to " + endMinute);
        }
    }

    public boolean overlaps(Hours other) {
        return startMinute < other.endMinute && other.startMinute < endMinute;
    }

    @Override
    public int compareTo(Hours other) {
        return Integer.compare(startMinute, other.startMinute);
    }
}
