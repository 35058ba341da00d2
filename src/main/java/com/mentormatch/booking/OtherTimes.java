package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.availability.MentorSchedule;
import com.mentormatch.availability.Slots;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Puts another time beside a booking's own. The slots say what the mentor offers; whether both are free then, only the
 * hold decides.
 */
@Component
class OtherTimes {

    private final Bookings bookings;
    private final Slots slots;
    private final Holds holds;
    private final FollowClock time;

    OtherTimes(Bookings bookings, Slots slots, Holds holds, FollowClock time) {
        this.bookings = bookings;
        this.slots = slots;
        this.holds = holds;
        this.time = time;
    }

    /**
     * Does something that takes another time. What stands in its way may be over without anyone having written it down:
     * then it is ended and the act tried once more.
     */
    Outcome taking(SignedIn viewer, BookingId id, Instant start, Instant now, Supplier<Outcome> act) {
        var outcome = attempt(viewer, id, start, act);
        return outcome instanceof Outcome.Refused && endOverdue(viewer, id, start, now)
                ? attempt(viewer, id, start, act)
                : outcome;
    }

    private Outcome attempt(SignedIn viewer, BookingId id, Instant start, Supplier<Outcome> act) {
        try {
            return act.get();
        } catch (Acts.Stopped stopped) {
            return stopped.outcome();
        } catch (ConcurrencyFailureException crowded) {
            if (inTheWay(viewer, id, start).isEmpty()) {
                throw crowded;
            }
            return new Outcome.Refused(Refusal.SLOT_TAKEN);
        }
    }

    private boolean endOverdue(SignedIn viewer, BookingId id, Instant start, Instant now) {
        var ended = false;
        for (var obstacle : inTheWay(viewer, id, start)) {
            ended |= obstacle.expired(now) && time.follow(new BookingId(obstacle.booking()), now);
        }
        return ended;
    }

    private List<Holds.Obstacle> inTheWay(SignedIn viewer, BookingId id, Instant start) {
        return bookings.visibleTo(viewer, id)
            .map(booking -> holds.inTheWay(shares(booking, at(booking, start))))
            .orElse(List.of())
            .stream()
            .filter(obstacle -> !obstacle.booking().equals(id.value()))
            .toList();
    }

    /**
     * Holds that start beside the booking's own time. Joins the transaction it is called in, and undoes it where the
     * time cannot be had.
     *
     * @param asking whether the other one has still to agree, for which there must be time
     */
    void take(Booking booking, Instant start, boolean asking, Instant until, Instant now) {
        var time = at(booking, start);
        var moving = moving(booking, asking);
        var schedule = slots.scheduleForBooking(moving.session());
        var offered = slots.free(moving, schedule, new TimeSpan(start, start.plusSeconds(1)), now);
        if (!offered.contains(start) || !holds.takeOther(booking.id().value(), shares(booking, time), until)) {
            throw new Acts.Stopped(Refusal.SLOT_TAKEN);
        }
    }

    List<Instant> free(Booking booking, boolean asking, MentorSchedule schedule, TimeSpan range, Instant now) {
        return slots.free(moving(booking, asking), schedule, range, now);
    }

    static TimeSpan at(Booking booking, Instant start) {
        return TimeSpan.of(start, booking.time().length());
    }

    static List<Holds.Share> shares(Booking booking, TimeSpan time) {
        var buffer = Duration.ofMinutes(booking.terms().bufferMinutes());
        return List.of(new Holds.Share(booking.mentor(), time.extendedBy(buffer)),
                new Holds.Share(booking.mentee(), time));
    }

    /** What was booked, as if it were offered: an offer may have changed or gone since. */
    private static OfferTerms session(Booking booking, boolean asking) {
        var terms = booking.terms();
        return new OfferTerms(terms.offer(), booking.mentor(), terms.offerTitle(), terms.kind(),
                Math.toIntExact(booking.time().length().toMinutes()), terms.price(),
                asking ? Confirmation.REQUEST : Confirmation.INSTANT, terms.lateRefundPercent(), true, false);
    }

    static Slots.Moving moving(Booking booking, boolean asking) {
        return new Slots.Moving(booking.id().value(), session(booking, asking), booking.mentee(),
                booking.time().start(), booking.terms().bufferMinutes());
    }
}
