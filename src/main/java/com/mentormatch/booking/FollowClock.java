package com.mentormatch.booking;

import com.mentormatch.availability.Holds;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes down what time has done to a booking: a deadline ran out, a proposal ended, the session began, was over, or
 * was met with silence. However late it is written, each step has the moment at which it happened. Whoever needs it
 * first may do it; it happens once.
 */
@Component
class FollowClock {

    private final Bookings bookings;
    private final Holds holds;
    private final Deadlines deadlines;
    private final GivenBack given;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    FollowClock(Bookings bookings, Holds holds, Deadlines deadlines, GivenBack given, Transactions transactions,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.holds = holds;
        this.deadlines = deadlines;
        this.given = given;
        this.transactions = transactions;
        this.events = events;
    }

    /** @return whether this call did it */
    boolean follow(BookingId id, Instant now) {
        return transactions.run(() -> bookings.findById(id).map(booking -> follow(booking, now)).orElse(false));
    }

    /** Joins the transaction it is called in. */
    boolean follow(Booking booking, Instant now) {
        if (!booking.due(now)) {
            return false;
        }
        if (booking.proposalOverdue(now)) {
            holds.dropOther(booking.id().value());
        }
        var before = booking.written() == BookingStatus.DISPUTED ? given.of(booking.id()) : 0;
        var happened = booking.catchUp(before, now);
        settle(booking);
        happened.forEach(events::publishEvent);
        return true;
    }

    /** What follows from where it stands now: time it no longer needs is free, and its next moment has a task. */
    void settle(Booking booking) {
        if (!booking.written().holdsTime()) {
            holds.release(booking.id().value());
        }
        deadlines.watch(booking);
    }
}
