package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.BookingId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Transfers extends Repository<Transfer, UUID> {

    Transfer save(Transfer transfer);

    Optional<Transfer> findById(UUID id);

    /** For writing: nobody else changes it meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Transfer t where t.id = :id")
    Optional<Transfer> lock(UUID id);

    /** Those that were not dropped, in the order of their ids. */
    @Query("select t from Transfer t where t.id > :after and t.status <> DROPPED order by t.id")
    List<Transfer> after(UUID after, Limit limit);

    /** @param money a payment or a tip */
    @Query("select t from Transfer t where t.payment = :money or t.tip = :money")
    Optional<Transfer> from(PaymentId money);

    List<Transfer> findByBooking(BookingId booking);

    /** What waits to go to a mentor. */
    @Query("select t.id from Transfer t where t.mentor = :mentor and t.status in (OWED, ASKED)")
    List<UUID> waitingFor(AccountId mentor);
}
