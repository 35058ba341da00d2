package com.mentormatch.payment;

import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** What a booking's life means for its money, asked for in the transaction in which it happens. */
@Component
class FollowBookings {

    private final Payments payments;
    private final BookingFacts bookings;
    private final OweRefund refund;
    private final MentorShare share;
    private final Ledger ledger;
    private final PaymentTasks tasks;

    FollowBookings(Payments payments, BookingFacts bookings, OweRefund refund, MentorShare share, Ledger ledger,
            PaymentTasks tasks) {
        this.payments = payments;
        this.bookings = bookings;
        this.refund = refund;
        this.share = share;
        this.ledger = ledger;
        this.tasks = tasks;
    }

    @EventListener
    void on(BookingEvent event) {
        if (!payments.existsByBooking(event.booking())) {
            return;
        }
        switch (event) {
            case BookingEvent.Accepted accepted -> tasks.capture(accepted.booking(), accepted.at());
            case BookingEvent.Declined declined -> tasks.release(declined.booking(), declined.at());
            case BookingEvent.Withdrawn withdrawn -> tasks.release(withdrawn.booking(), withdrawn.at());
            case BookingEvent.Expired expired -> tasks.release(expired.booking(), expired.at());
            case BookingEvent.Cancelled cancelled -> cancelled(cancelled);
            case BookingEvent.HoldTaken _,BookingEvent.Requested _,BookingEvent.Confirmed _ -> {
            }
            case BookingEvent.MoveProposed _,BookingEvent.MoveDeclined _,BookingEvent.MoveWithdrawn _,BookingEvent.MoveExpired _,BookingEvent.Moved _ -> {
                // The payment stays what it is.
            }
            case BookingEvent.Completed completed -> earned(completed.booking(), completed.at());
            case BookingEvent.Resolved resolved -> ruled(resolved);
            case BookingEvent.SessionEnded _,BookingEvent.Disputed _,BookingEvent.DisputeAnswered _,BookingEvent.Appealed _ -> {
                // Until it is over for good the money can still go back whole.
            }
        }
    }

    /** What goes back stands as owed from the moment of the cancellation, however long Stripe takes; the rest is earned. */
    private void cancelled(BookingEvent.Cancelled event) {
        var back = bookings.of(event.booking(), event.at()).orElseThrow().cancellation().back().minor();
        charged(event.booking(), payment -> {
            if (back > ledger.of(payment.id()).kept()) {
                throw new OptimisticLockingFailureException("Money went back since it was said what is left");
            }
            refund.upTo(payment, back, RefundReason.CANCELLED, "cancellation", event.at());
            share.earn(payment, event.at());
        });
        tasks.release(event.booking(), event.at());
    }

    private void earned(BookingId booking, Instant at) {
        charged(booking, payment -> share.earn(payment, at));
    }

    /** A ruling says what goes back in all, with what went back before it; that stays there. */
    private void ruled(BookingEvent.Resolved event) {
        var ruling = bookings.of(event.booking(), event.at()).orElseThrow().ruling();
        charged(event.booking(), payment -> {
            var more = ruling.refund().minor() - ledger.of(payment.id()).gone();
            refund.upTo(payment, more, RefundReason.RULING, "ruling " + ruling.at(), event.at());
            share.earn(payment, event.at());
        });
    }

    /** Under its lock; nothing where none was charged. */
    private void charged(BookingId booking, Consumer<Payment> act) {
        payments.seating(booking).flatMap(payment -> payments.lock(payment.id())).ifPresent(act);
    }
}
