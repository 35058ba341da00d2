package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPage.Step;
import com.mentormatch.booking.BookingSteps;
import com.mentormatch.payment.Chargeback.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What banks did about a booking's money, on its timeline. That one only asked is nobody's business but the admins'. */
@Component
class ChargebackSteps implements BookingSteps {

    private final Chargebacks chargebacks;

    ChargebackSteps(Chargebacks chargebacks) {
        this.chargebacks = chargebacks;
    }

    @Override
    public List<Step> of(BookingId booking) {
        return chargebacks.findByBookingOrderByOpenedAt(booking).stream().flatMap(ChargebackSteps::steps).toList();
    }

    private static Stream<Step> steps(Chargeback claim) {
        var taken = step(claim, claim.openedAt(), Status.OPEN);
        return switch (claim.status()) {
            case INQUIRY, CLOSED -> Stream.empty();
            case OPEN -> Stream.of(taken);
            case WON, LOST -> Stream.of(taken, step(claim, claim.closedAt(), claim.status()));
        };
    }

    private static Step step(Chargeback claim, Instant at, Status what) {
        return new Step(at, "bank-" + what.word(), null, null, null, claim.amount());
    }
}
