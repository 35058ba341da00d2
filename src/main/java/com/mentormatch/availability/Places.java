package com.mentormatch.availability;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;

/** Where a mentor is: at home, or on certain dates elsewhere. Dates are days counted from 1970. */
final class Places {

    private static final long DAY = 86_400;

    /** A change of the clocks this far from a date can still move its hours. */
    private static final long MARGIN = 3 * DAY;

    private final ZoneRules home;
    private final List<Stay> stays;

    private record Stay(long first, long last, ZoneRules rules) {}

    Places(ZoneId home, List<Travel> travels) {
        this.home = home.getRules();
        this.stays = travels.isEmpty()
                ? List.of()
                : travels.stream()
                    .map(travel -> new Stay(travel.first().toEpochDay(), travel.last().toEpochDay(),
                            travel.zone().getRules()))
                    .toList();
    }

    /** The clocks of those dates. */
    Clocks clocks(long firstDay, long lastDay) {
        var from = firstDay * DAY - MARGIN;
        var to = lastDay * DAY + MARGIN;
        if (stays.isEmpty()) {
            return new Clocks(new Offsets(home, from, to), stays, new Offsets[0]);
        }
        var elsewhere = stays.stream().filter(stay -> stay.first <= lastDay && stay.last >= firstDay).toList();
        return new Clocks(new Offsets(home, from, to), elsewhere,
                elsewhere.stream().map(stay -> new Offsets(stay.rules, from, to)).toArray(Offsets[]::new));
    }

    /** The date at that epoch second where the mentor is then; a stay lasts from its first midnight to its last. */
    long dateOf(long second) {
        for (var stay : stays) {
            var date = date(stay.rules, second);
            if (stay.first <= date && date <= stay.last) {
                return date;
            }
        }
        return date(home, second);
    }

    private static long date(ZoneRules rules, long second) {
        var offset = rules.getOffset(Instant.ofEpochSecond(second));
        return Math.floorDiv(second + offset.getTotalSeconds(), DAY);
    }

    /** The clock that counts on each date of a plan. */
    static final class Clocks {

        private final Offsets home;
        private final List<Stay> stays;
        private final Offsets[] elsewhere;

        private Clocks(Offsets home, List<Stay> stays, Offsets[] elsewhere) {
            this.home = home;
            this.stays = stays;
            this.elsewhere = elsewhere;
        }

        Offsets on(long day) {
            for (var i = 0; i < elsewhere.length; i++) {
                if (stays.get(i).first <= day && day <= stays.get(i).last) {
                    return elsewhere[i];
                }
            }
            return home;
        }
    }
}
