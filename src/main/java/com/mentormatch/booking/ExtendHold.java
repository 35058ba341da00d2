package com.mentormatch.booking;

import com.mentormatch.availability.Holds;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Keeps an unpaid hold for as long as its Checkout session can still be paid. */
@Component
public class ExtendHold {

    private final Bookings bookings;
    private final Holds holds;
    private final Deadlines deadlines;
    private final Transactions transactions;

    ExtendHold(Bookings bookings, Holds holds, Deadlines deadlines, Transactions transactions) {
        this.bookings = bookings;
        this.holds = holds;
        this.deadlines = deadlines;
        this.transactions = transactions;
    }

    /** @return false where the booking no longer waits for money, so that there is nothing to pay */
    public boolean until(BookingId id, Instant until, Instant now) {
        return transactions.run(() -> {
            var booking = bookings.findById(id).orElseThrow();
            if (!booking.awaitsPayment(now)) {
                return false;
            }
            booking.extendHold(until);
            holds.keepUntil(id.value(), booking.deadline());
            deadlines.watch(booking);
            return true;
        });
    }
}
