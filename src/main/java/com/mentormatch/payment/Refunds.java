package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Refunds extends Repository<Refund, UUID> {

    Refund save(Refund refund);

    Optional<Refund> findById(UUID id);

    Optional<Refund> findByPaymentAndCause(PaymentId payment, String cause);

    /** In the order they were decided. */
    List<Refund> findByPaymentOrderByCreatedAt(PaymentId payment);

    /** In the order they were decided. */
    List<Refund> findByBookingOrderByCreatedAt(BookingId booking);

    /** Those Stripe has not taken on, in the order they were decided. */
    default List<Refund> owed(PaymentId payment) {
        return findByPaymentOrderByCreatedAt(payment).stream()
            .filter(refund -> refund.status() == Refund.Status.OWED)
            .toList();
    }
}
