package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.GivenBack;
import org.springframework.stereotype.Component;

/** What of a booking's money is no longer there to be given back, by the ledger. */
@Component
class GivenBackInLedger implements GivenBack {

    private final Payments payments;
    private final Chargebacks chargebacks;
    private final Ledger ledger;

    GivenBackInLedger(Payments payments, Chargebacks chargebacks, Ledger ledger) {
        this.payments = payments;
        this.chargebacks = chargebacks;
        this.ledger = ledger;
    }

    @Override
    public long of(BookingId booking) {
        return payments.seating(booking).map(payment -> ledger.of(payment.id()).gone()).orElse(0L);
    }

    @Override
    public boolean atBank(BookingId booking) {
        return payments.seating(booking).filter(payment -> chargebacks.open(payment.id())).isPresent();
    }
}
