package com.mentormatch.payment;

import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingFacts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a booking's life means for its money, asked for in the transaction in which it happens. */
@Component
class FollowBookings {

    private final Payments payments;
    private final BookingFacts bookings;
    private final PaymentTasks tasks;

    FollowBookings(Payments payments, BookingFacts bookings, PaymentTasks tasks) {
        this.payments = payments;
        this.bookings = bookings;
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
            case BookingEvent.SessionEnded _,BookingEvent.Completed _,BookingEvent.Disputed _,BookingEvent.DisputeAnswered _,BookingEvent.Resolved _,BookingEvent.Appealed _ ->
                {
                }
        }
    }

    /** What goes back stands as owed from the moment of the cancellation, however long Stripe takes. */
    private void cancelled(BookingEvent.Cancelled event) {
        var back = bookings.of(event.booking(), event.at()).orElseThrow().cancellation().back();
        payments.findByBookingOrderByAttempt(event.booking())
            .stream()
            .filter(payment -> payment.status() == PaymentStatus.PAID)
            .findFirst()
            .flatMap(payment -> payments.lock(payment.id()))
            .ifPresent(payment -> payment.giveBack(back, event.at()));
        tasks.release(event.booking(), event.at());
    }
}
