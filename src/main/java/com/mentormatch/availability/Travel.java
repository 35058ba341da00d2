package com.mentormatch.availability;

import com.mentormatch.shared.Ids;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Dates on which a mentor's hours are meant by the wall clock of another place. A window belongs to the date it starts
 * on. Booked sessions stay where they are.
 *
 * @param last inclusive
 */
public record Travel(UUID id, LocalDate first, LocalDate last, ZoneId zone) implements Comparable<Travel> {

    public Travel {
        Dates.check(first, last);
    }

    public static Travel of(LocalDate first, LocalDate last, ZoneId zone) {
        return new Travel(Ids.next(), first, last, zone);
    }

    public boolean overlaps(Travel other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    @Override
    public int compareTo(Travel other) {
        return first.compareTo(other.first);
    }
}
