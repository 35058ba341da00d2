package com.mentormatch.meeting;

import com.mentormatch.account.Person;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.shared.FormToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the two see before they go to their room. Where it is does not stand on it.
 *
 * @param follows  whether the link is still being made
 * @param passcode for a room that asks for one; null where none does or the door is shut
 * @param seats    the viewer first
 */
public record JoinPage(BookingDetails booking, Person other, Door door, boolean follows, @Nullable String passcode,
        List<Seat> seats, FormToken token, Instant now) {

    /** @param since when this person first came; null where they have not */
    public record Seat(Person person, boolean you, @Nullable Instant since) {}

    public Instant opens() {
        return Door.opens(booking);
    }

    /** Whole minutes, rounded up: what a person without scripts reads. */
    public Duration until(Instant at) {
        return Duration.ofMinutes((secondsUntil(at) + 59) / 60);
    }

    public long secondsUntil(Instant at) {
        return Math.max(0, Duration.between(now, at).toSeconds());
    }

    public boolean begun() {
        return !now.isBefore(booking.time().start());
    }

    public boolean here() {
        return seats.getFirst().since() != null;
    }

    /** The same as long as nothing on the page has changed. */
    public String state() {
        return door + "-" + begun() + "-" + seats.stream().filter(seat -> seat.since() != null).count();
    }
}
