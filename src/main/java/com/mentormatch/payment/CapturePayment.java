package com.mentormatch.payment;

import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the authorised money once the mentor has said yes. Run as a task until Stripe has decided. */
@Component
class CapturePayment {

    private static final Logger log = LoggerFactory.getLogger(CapturePayment.class);

    private final Payments payments;
    private final Till till;
    private final SettlePayment settle;
    private final BookingFacts bookings;

    CapturePayment(Payments payments, Till till, SettlePayment settle, BookingFacts bookings) {
        this.payments = payments;
        this.till = till;
        this.settle = settle;
        this.bookings = bookings;
    }

    void capture(BookingId id, Instant now) {
        settle.settle(id, now);
        for (var payment : payments.findByBookingOrderByAttempt(id)) {
            if (payment.status() == PaymentStatus.AUTHORIZED && accepted(id, now)) {
                try {
                    till.capture(payment.id(), payment.intent());
                } catch (Till.Refused refused) {
                    log.warn("Payment {} was not captured: {}", payment.id(), refused.getMessage());
                }
                settle.settle(payment, now);
            }
        }
        if (accepted(id, now) && payments.latest(id).filter(Payment::over).isPresent()) {
            settle.failed(id, now);
        } else if (accepted(id, now) && payments.findByBookingOrderByAttempt(id)
            .stream()
            .anyMatch(payment -> payment.status() == PaymentStatus.AUTHORIZED)) {
            throw new IllegalStateException("The payment of booking " + id + " is still not captured");
        }
    }

    private boolean accepted(BookingId id, Instant now) {
        return bookings.of(id, now)
            .filter(booking -> booking.status() == BookingStatus.REQUESTED)
            .filter(booking -> booking.accepted())
            .isPresent();
    }
}
