package com.mentormatch.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try. Tries come back one by one, so a wait is minutes, never a day.
 *
 * <p>Counted in this node's memory: a flood of guesses then costs no database work, which is what a flood is to be
 * kept from, and with several nodes a guesser gains a factor of their number, against limits thousands of times under
 * what guessing needs. An account's own limit is counted for each place the tries come from, and over all places only
 * far above that, so a stranger who guesses on purpose does not lock its owner out; a reset link always lets them in.
 */
@Component
class Limits {

    enum Limit {

        SIGN_IN_HERE(10, Duration.ofMinutes(15)), SIGN_IN_ACCOUNT(100, Duration.ofHours(1)), SIGN_IN_ADDRESS(60,
                Duration.ofMinutes(15)), SIGN_UP_ADDRESS(20, Duration.ofHours(1)), MAIL_ACCOUNT(5,
                        Duration.ofHours(1)), MAIL_ADDRESS(30, Duration.ofHours(1)), LINK_ADDRESS(60,
                                Duration.ofHours(1)), PASSWORD_ACCOUNT(10,
                                        Duration.ofMinutes(15)), PHOTO_ACCOUNT(20, Duration.ofHours(1));

        private final long tries;
        private final Duration each;

        Limit(long tries, Duration each) {
            this.tries = tries;
            this.each = each;
        }
    }

    private record Key(Limit limit, String who) {}

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
        .maximumSize(200_000)
        .expireAfterAccess(Duration.ofHours(2))
        .build();
    private final TimeMeter meter;

    Limits(Clock clock) {
        this.meter = new TimeMeter() {

            @Override
            public long currentTimeNanos() {
                var now = clock.instant();
                return now.getEpochSecond() * 1_000_000_000L + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Takes one try, and says whether there was one. */
    boolean allows(Limit limit, String who) {
        return bucket(limit, who).tryConsume(1);
    }

    /** The same for tries counted by where they come from. */
    boolean allowsFrom(Limit limit, String address) {
        return unknowable(address) || allows(limit, network(address));
    }

    /** A try that turned out well does not count. */
    void giveBack(Limit limit, String who) {
        bucket(limit, who).addTokens(1);
    }

    void giveBackFrom(Limit limit, String address) {
        if (!unknowable(address)) {
            giveBack(limit, network(address));
        }
    }

    private Bucket bucket(Limit limit, String who) {
        return buckets.get(new Key(limit, who),
                key -> Bucket.builder()
                    .withCustomTimePrecision(meter)
                    .addLimit(band -> band.capacity(limit.tries).refillGreedy(limit.tries, limit.each))
                    .build());
    }

    /** From this very machine: a proxy that does not say who asks. One limit for everybody would turn everybody away. */
    private static boolean unknowable(String address) {
        return parsed(address).isLoopbackAddress();
    }

    /** A household has one IPv4 address, or 2⁶⁴ of IPv6. */
    static String network(String address) {
        var bytes = parsed(address).getAddress();
        return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
    }

    private static InetAddress parsed(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException notAnAddress) {
            return InetAddress.getLoopbackAddress();
        }
    }
}
