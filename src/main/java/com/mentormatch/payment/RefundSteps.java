package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPage.Step;
import com.mentormatch.booking.BookingSteps;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was given back by hand, on a booking's timeline; what else goes back belongs to a step that tells of it. */
@Component
class RefundSteps implements BookingSteps {

    private final Refunds refunds;

    RefundSteps(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public List<Step> of(BookingId booking) {
        return refunds.findByBookingOrderByCreatedAt(booking)
            .stream()
            .filter(refund -> refund.reason().byHand() && refund.status() != Refund.Status.DROPPED)
            .map(refund -> new Step(refund.createdAt(), "given-back", null, null, null, refund.amount()))
            .toList();
    }
}
