package com.mentormatch.payment;

import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets go of a booking that came to nothing: an open Checkout is closed, a reserved amount set free. Each step asks Stripe afterwards what is true, so that a payment made in the same second is found and given back
 * as well.
 */
@Component
class ReleasePayment {

    private static final Logger log = LoggerFactory.getLogger(ReleasePayment.class);
    private static final int STEPS = 3;

    private final Payments payments;
    private final Till till;
    private final SettlePayment settle;
    private final BookingFacts bookings;

    ReleasePayment(Payments payments, Till till, SettlePayment settle, BookingFacts bookings) {
        this.payments = payments;
        this.till = till;
        this.settle = settle;
        this.bookings = bookings;
    }

    void release(BookingId id, Instant now) {
        settle.settle(id, now);
        for (var step = 0; step < STEPS && unfinished(id, now); step++) {
            for (var payment : payments.findByBookingOrderByAttempt(id)) {
                if (reserved(payment)) {
                    letGo(payment);
                    settle.settle(payment, now);
                }
            }
        }
        if (unfinished(id, now)) {
            throw new IllegalStateException("The payment of booking " + id + " is still not released");
        }
    }

    private boolean unfinished(BookingId id, Instant now) {
        var ended = Ended.is(bookings.of(id, now).orElseThrow());
        return payments.findByBookingOrderByAttempt(id)
            .stream()
            .anyMatch(payment -> reserved(payment) && payment.checkout().isOpened() && (ended || payment.late()));
    }

    private static boolean reserved(Payment payment) {
        return payment.status() == PaymentStatus.PENDING || payment.status() == PaymentStatus.AUTHORIZED;
    }

    private void letGo(Payment payment) {
        try {
            switch (payment.status()) {
                case PENDING -> {
                    if (payment.checkout().isOpened()) {
                        till.expire(payment.id(), payment.checkout().id());
                    }
                }
                case AUTHORIZED -> till.cancel(payment.id(), payment.intent());
                case PAID, FAILED, VOIDED, REFUND_PENDING, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK -> {
                }
            }
        } catch (Till.Refused refused) {
            log.info("Payment {} was not let go of: {}", payment.id(), refused.getMessage());
        }
    }
}
