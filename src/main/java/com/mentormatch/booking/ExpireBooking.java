package com.mentormatch.booking;

import com.mentormatch.availability.Holds;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down that a deadline has passed, the booking's own or that of a proposal to move it. Whoever needs the time first may do it; it happens once. */
@Component
class ExpireBooking {

    private final Bookings bookings;
    private final Holds holds;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    ExpireBooking(Bookings bookings, Holds holds, Transactions transactions, ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.holds = holds;
        this.transactions = transactions;
        this.events = events;
    }

    /** @return whether this call did it */
    boolean expire(BookingId id, Instant now) {
        return transactions.run(() -> bookings.findById(id)
            .map(booking -> end(booking, now) || endProposal(booking, now))
            .orElse(false));
    }

    private boolean end(Booking booking, Instant now) {
        if (!booking.overdue(now)) {
            return false;
        }
        var unpaid = booking.written() == BookingStatus.AWAITING_PAYMENT;
        booking.expire(Cause.itself(now));
        holds.release(booking.id().value());
        events.publishEvent(new BookingEvent.Expired(booking.id(), unpaid, now));
        return true;
    }

    /** Joins the transaction it is called in. */
    boolean endProposal(Booking booking, Instant now) {
        if (!booking.proposalOverdue(now)) {
            return false;
        }
        var proposal = booking.proposal();
        booking.expireProposal(Cause.itself(now));
        holds.dropOther(booking.id().value());
        events.publishEvent(new BookingEvent.MoveExpired(booking.id(), proposal.by(), proposal.time(), now));
        return true;
    }
}
