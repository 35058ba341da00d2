package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.util.UUID;

/** What happened to a booking's money, published in the transaction that writes it down. Instants are UTC. */
public sealed interface PaymentEvent {

    BookingId booking();

    PaymentId payment();

    Amount amount();

    Instant at();

    /** The card is good for it; nothing is charged yet. */
    record Authorised(BookingId booking, PaymentId payment, Amount amount, String card,
            Instant at) implements PaymentEvent {}

    /**
     * Charged, and the booking has it: this is what a receipt is made of.
     *
     * @param card "Visa •••• 4242", or null
     */
    record Paid(BookingId booking, PaymentId payment, Amount amount, String card, Instant at) implements PaymentEvent {}

    /**
     * The authorisation is given up, nothing was charged.
     *
     * @param late the money had come when the time was no longer free
     */
    record Voided(BookingId booking, PaymentId payment, Amount amount, boolean late,
            Instant at) implements PaymentEvent {}

    /**
     * Given back, in full or a part of it. Of one that did not arrive and was made again it is published again.
     *
     * @param refund which of the refunds of that payment
     * @param amount what went back
     */
    record Refunded(BookingId booking, PaymentId payment, UUID refund, Amount amount, RefundReason reason,
            Instant at) implements PaymentEvent {}

    /**
     * The mentor said yes but the card no longer gives the money. Nothing was charged.
     *
     * @param until when it can be paid with another one
     */
    record CaptureFailed(BookingId booking, PaymentId payment, Amount amount, Instant until,
            Instant at) implements PaymentEvent {}
}
