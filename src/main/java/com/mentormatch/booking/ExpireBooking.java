package com.mentormatch.booking;

import com.mentormatch.availability.Holds;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down that a deadline has passed. Whoever needs the time first may do it; it happens once. */
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
        return transactions.run(() -> bookings.findById(id).filter(booking -> booking.overdue(now)).map(booking -> {
            var unpaid = booking.written() == BookingStatus.AWAITING_PAYMENT;
            booking.expire(Cause.itself(now));
            holds.release(id.value());
            events.publishEvent(new BookingEvent.Expired(id, unpaid, now));
            return true;
        }).orElse(false));
    }
}
