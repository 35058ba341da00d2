package com.mentormatch.payment;

import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets go of a booking that came to nothing: an open Checkout is closed, a reserved amount set free, a charged one given
 * back. Each step asks Stripe afterwards what is true, so that a payment made in the same second is found and given back
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
    private final Transactions transactions;

    ReleasePayment(Payments payments, Till till, SettlePayment settle, BookingFacts bookings,
            Transactions transactions) {
        this.payments = payments;
        this.till = till;
        this.settle = settle;
        this.bookings = bookings;
        this.transactions = transactions;
    }

    void release(BookingId id, Instant now) {
        settle.settle(id, now);
        for (var step = 0; step < STEPS && unfinished(id, now); step++) {
            for (var payment : payments.findByBookingOrderByAttempt(id)) {
                if (payment.isOpen()) {
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
            .anyMatch(payment -> payment.isOpen() && payment.hasSession()
                    && (payment.status() == PaymentStatus.REFUND_PENDING
                            ? !payment.toRefund().isFree()
                            : ended || payment.late()));
    }

    private void letGo(Payment payment) {
        try {
            switch (payment.status()) {
                case PENDING -> {
                    if (payment.hasSession()) {
                        till.expire(payment.id(), payment.session());
                    }
                }
                case AUTHORIZED -> till.cancel(payment.id(), payment.intent());
                case REFUND_PENDING -> refund(payment);
                case PAID, FAILED, VOIDED, PARTIALLY_REFUNDED, REFUNDED -> {
                }
            }
        } catch (Till.Refused refused) {
            log.info("Payment {} was not let go of: {}", payment.id(), refused.getMessage());
        }
    }

    /** A refund Stripe refuses stays owed, to be seen and asked for again later. */
    private void refund(Payment payment) {
        if (payment.toRefund().isFree()) {
            return;
        }
        try {
            till.refund(payment.id(), payment.intent(), payment.toRefund(), payment.refundTry());
        } catch (Till.Refused refused) {
            transactions.run(() -> payments.lock(payment.id())
                .filter(Payment::isOpen)
                .filter(open -> open.refundTry() == payment.refundTry())
                .ifPresent(Payment::refundRefused));
            throw new IllegalStateException(
                    "Stripe refuses to refund payment " + payment.id() + ": " + refused.getMessage(), refused);
        }
    }
}
