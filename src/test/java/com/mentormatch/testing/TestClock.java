package com.mentormatch.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The real time, shifted by as much as a test asks for, or standing still; cut to microseconds like the product's own
 * clock.
 */
public final class TestClock extends Clock {

    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);
    private volatile Instant stopped;

    @Override
    public Instant instant() {
        var still = stopped;
        return still != null ? still : Instant.now().plus(shift.get()).truncatedTo(ChronoUnit.MICROS);
    }

    public void forward(Duration by) {
        stopped = stopped == null ? null : stopped.plus(by);
        shift.updateAndGet(shifted -> shifted.plus(by));
    }

    /** Moves to that instant; time goes on from there. */
    public void moveTo(Instant instant) {
        shift.set(Duration.between(Instant.now(), instant));
        stopped = null;
    }

    /** Moves to that instant, where time stands still until it is moved again or reset. */
    public void stopAt(Instant instant) {
        stopped = instant;
    }

    public void reset() {
        stopped = null;
        shift.set(Duration.ZERO);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
