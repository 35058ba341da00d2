package com.mentormatch.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The real time, shifted by as much as a test asks for; cut to microseconds like the product's own clock. */
public final class TestClock extends Clock {

    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(shift.get()).truncatedTo(ChronoUnit.MICROS);
    }

    public void forward(Duration by) {
        shift.updateAndGet(shifted -> shifted.plus(by));
    }

    /** Moves to that instant; time goes on from there. */
    public void moveTo(Instant instant) {
        shift.set(Duration.between(Instant.now(), instant));
    }

    public void reset() {
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
