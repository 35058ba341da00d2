package com.mentormatch.account;

import com.mentormatch.shared.RateLimit;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often somebody may try, against limits thousands of times under what guessing needs.
 *
 * <p>An account's own limit is counted for each place the tries come from, and over all places only far above that, so
 * a stranger who guesses on purpose does not lock its owner out; a reset link always lets them in.
 */
@Component
class Limits {

    enum Limit {

        SIGN_IN_HERE(10, Duration.ofMinutes(15)),
        SIGN_IN_ACCOUNT(100, Duration.ofHours(1)),
        SIGN_IN_ADDRESS(60, Duration.ofMinutes(15)),
        SIGN_UP_ADDRESS(20, Duration.ofHours(1)),
        MAIL_ACCOUNT(5, Duration.ofHours(1)),
        MAIL_ADDRESS(30, Duration.ofHours(1)),
        LINK_ADDRESS(60, Duration.ofHours(1)),
        PASSWORD_ACCOUNT(10, Duration.ofMinutes(15)),
        PHOTO_ACCOUNT(20, Duration.ofHours(1)),
        EMAIL_ACCOUNT(5, Duration.ofHours(1));

        private final long tries;
        private final Duration each;

        Limit(long tries, Duration each) {
            this.tries = tries;
            this.each = each;
        }
    }

    private final Map<Limit, RateLimit> tries = new EnumMap<>(Limit.class);

    Limits(Clock clock) {
        for (var limit : Limit.values()) {
            tries.put(limit, new RateLimit(limit.tries, limit.each, clock));
        }
    }

    /** Takes one try, and says whether there was one. */
    boolean allows(Limit limit, String who) {
        return tries.get(limit).take(who);
    }

    /** The same for tries counted by where they come from. */
    boolean allowsFrom(Limit limit, String address) {
        return unknowable(address) || allows(limit, network(address));
    }

    /** A try that turned out well does not count. */
    void giveBack(Limit limit, String who) {
        tries.get(limit).giveBack(who);
    }

    void giveBackFrom(Limit limit, String address) {
        if (!unknowable(address)) {
            giveBack(limit, network(address));
        }
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
