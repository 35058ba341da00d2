package com.mentormatch.payment;

import com.mentormatch.booking.BookingEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a booking's life means for its money, asked for in the transaction in which it happens. */
@Component
class FollowBookings {

    private final Payments payments;
    private final PaymentTasks tasks;

    FollowBookings(Payments payments, PaymentTasks tasks) {
        this.payments = payments;
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
            case BookingEvent.HoldTaken _,BookingEvent.Requested _,BookingEvent.Confirmed _ -> {
            }
        }
    }
}
