package com.mentormatch.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/**
 * How often somebody may try something. Tries come back one by one, so a wait is minutes, never a day.
 *
 * <p>Counted in this node's memory: a flood then costs no database work, which is what a flood is to be kept from, and
 * with several nodes one gains a factor of their number.
 */
public final class RateLimit {

    private final long most;
    private final Duration each;
    private final TimeMeter meter;
    private final Cache<String, Bucket> buckets;

    /**
     * @param most how many there are at first, and how many come back
     * @param each in that time
     */
    public RateLimit(long most, Duration each, Clock clock) {
        this.most = most;
        this.each = each;
        this.meter = new Meter(clock);
        this.buckets = Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(each.multipliedBy(2)).build();
    }

    /** Takes one, and says whether there was one. */
    public boolean take(String who) {
        return bucket(who).tryConsume(1);
    }

    /** It turned out not to count. */
    public void giveBack(String who) {
        bucket(who).addTokens(1);
    }

    private Bucket bucket(String who) {
        return buckets.get(who,
                _ -> Bucket.builder()
                    .withCustomTimePrecision(meter)
                    .addLimit(band -> band.capacity(most).refillGreedy(most, each))
                    .build());
    }

    private record Meter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
