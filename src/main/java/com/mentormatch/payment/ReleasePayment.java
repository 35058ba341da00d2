package com.mentormatch.payment;

import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import java.time.Instant;
import java.util.List;
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
        for (var step = 0; step < STEPS; step++) {
            for (var payment : unneeded(id, now)) {
                letGo(payment);
                settle.settle(payment, now);
            }
        }
        if (!unneeded(id, now).isEmpty()) {
            throw new IllegalStateException("The payment of booking " + id + " is still not released");
        }
    }

    private List<Payment> unneeded(BookingId id, Instant now) {
        var booking = bookings.of(id, now).orElseThrow();
        return payments.findByBookingOrderByAttempt(id)
            .stream()
            .filter(payment -> payment.checkout().isOpened() && unneeded(payment, booking))
            .toList();
    }

    /** Of a booking that came to nothing all of it; else what came too late, and a Checkout after it was paid by another. */
    static boolean unneeded(Payment payment, BookingDetails booking) {
        return switch (payment.status()) {
            case PENDING -> Ended.is(booking) || payment.late()
                    || booking.status() != BookingStatus.AWAITING_PAYMENT && booking.status() != BookingStatus.EXPIRED;
            case AUTHORIZED -> Ended.is(booking) || payment.late();
            case PAID, FAILED, VOIDED, REFUND_PENDING, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK -> false;
        };
    }

    private void letGo(Payment payment) {
        try {
            switch (payment.status()) {
                case PENDING -> till.expire(payment.id(), payment.checkout().id());
                case AUTHORIZED -> till.cancel(payment.id(), payment.intent());
                case PAID, FAILED, VOIDED, REFUND_PENDING, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK -> {
                }
            }
        } catch (Till.Refused refused) {
            log.info("Payment {} was not let go of: {}", payment.id(), refused.getMessage());
        }
    }
}
