package com.mentormatch.availability;

import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/** The offsets a zone has during a span of time, each with the part of the span in which it is in force. */
final class Offsets {

    private int count = 1;
    private long[] from = {Long.MIN_VALUE};
    private int[] seconds;

    /** @param first epoch second, as {@code last} */
    Offsets(ZoneRules rules, long first, long last) {
        var at = Instant.ofEpochSecond(first);
        seconds = new int[]{rules.getOffset(at).getTotalSeconds()};
        if (rules.isFixedOffset()) {
            return;
        }
        for (var change = rules.nextTransition(at); change != null
                && change.toEpochSecond() <= last; change = rules.nextTransition(change.getInstant())) {
            from = Arrays.copyOf(from, count + 1);
            seconds = Arrays.copyOf(seconds, count + 1);
            from[count] = change.toEpochSecond();
            seconds[count++] = change.getOffsetAfter().getTotalSeconds();
        }
    }

    int count() {
        return count;
    }

    /** Epoch second from which the offset holds. */
    long from(int piece) {
        return from[piece];
    }

    /** Epoch second up to which it holds, exclusive. */
    long to(int piece) {
        return piece + 1 < count ? from[piece + 1] : Long.MAX_VALUE;
    }

    /** Seconds ahead of UTC. */
    int seconds(int piece) {
        return seconds[piece];
    }
}
