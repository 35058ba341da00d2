package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Payments extends Repository<Payment, PaymentId> {

    Payment save(Payment payment);

    Optional<Payment> findById(PaymentId id);

    /** All attempts, oldest first. */
    List<Payment> findByBookingOrderByAttempt(BookingId booking);

    boolean existsByBooking(BookingId booking);

    /** For writing: nobody else learns about it meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Payment p where p.id = :id")
    Optional<Payment> lock(PaymentId id);

    /** Bookings about whose money Stripe has not been asked since, the longest wait first. */
    @Query("""
            select p.booking from Payment p
            where p.status in (PENDING, AUTHORIZED, REFUND_PENDING) and p.lookedAt <= :since
            order by p.lookedAt
            """)
    List<BookingId> unsettled(Instant since, Limit limit);

    /** Those that have a Checkout, in the order of their ids. */
    @Query("select p from Payment p where p.id.value > :after and p.checkout.sessionId is not null order by p.id.value")
    List<Payment> after(UUID after, Limit limit);

    /** The one by which the booking has its seat, once it is charged; the money of a late one only goes back. */
    default Optional<Payment> seating(BookingId booking) {
        return findByBookingOrderByAttempt(booking).stream()
            .filter(payment -> payment.status().charged() && !payment.late())
            .findFirst();
    }

    /** The one that says how the booking's money stands. */
    default Optional<Payment> telling(BookingId booking) {
        return seating(booking).or(() -> latest(booking));
    }

    default Optional<Payment> latest(BookingId booking) {
        var all = findByBookingOrderByAttempt(booking);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
