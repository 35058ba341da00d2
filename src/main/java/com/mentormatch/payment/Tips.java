package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
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

interface Tips extends Repository<Tip, PaymentId> {

    Tip save(Tip tip);

    Optional<Tip> findByFormTokenAndMentee(UUID token, AccountId mentee);

    boolean existsByBooking(BookingId booking);

    /** Oldest first. */
    List<Tip> findByBookingOrderByChangedAt(BookingId booking);

    @Query("select t from Tip t where t.booking = :booking and t.status = PENDING order by t.createdAt")
    List<Tip> open(BookingId booking);

    @Query("select t from Tip t where t.booking = :booking and t.status <> VOIDED order by t.createdAt")
    List<Tip> standing(BookingId booking);

    /** Those that are paid, in the order of their ids. */
    @Query("select t from Tip t where t.id.value > :after and t.status = PAID order by t.id.value")
    List<Tip> after(UUID after, Limit limit);

    /** For writing: nobody else learns about it meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Tip t where t.id = :id")
    Optional<Tip> lock(PaymentId id);

    /** About which Stripe has not been asked since, the longest wait first. */
    @Query("select t from Tip t where t.status = PENDING and t.lookedAt <= :since order by t.lookedAt")
    List<Tip> unsettled(Instant since, Limit limit);
}
