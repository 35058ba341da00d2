package com.mentormatch.shared;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time {@code [start, end)} in UTC; never empty. */
@Embeddable
public record TimeSpan(Instant start, Instant end) {

    public TimeSpan {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A time span ends after it starts: " + start + " to " + end);
        }
    }

    public static TimeSpan of(Instant start, Duration length) {
        return new TimeSpan(start, start.plus(length));
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean overlaps(TimeSpan other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public TimeSpan extendedBy(Duration tail) {
        return new TimeSpan(start, end.plus(tail));
    }
}
