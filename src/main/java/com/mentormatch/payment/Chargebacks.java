package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Chargebacks extends Repository<Chargeback, UUID> {

    Chargeback save(Chargeback chargeback);

    Optional<Chargeback> findById(UUID id);

    Optional<Chargeback> findByStripeId(String stripe);

    /** Whether a bank has the money and it is not decided who is right. @param money a payment or a tip */
    @Query("select count(c) > 0 from Chargeback c where (c.payment = :money or c.tip = :money) and c.status = OPEN")
    boolean open(PaymentId money);

    /** Those of a tip by which a bank has the money, for now or for good. */
    @Query("select c from Chargeback c where c.tip = :tip and c.status in (OPEN, LOST)")
    List<Chargeback> taken(PaymentId tip);

    /** The same of all tips on a booking. */
    @Query("""
            select c from Chargeback c
            where c.booking = :booking and c.tip.value is not null and c.status in (OPEN, LOST)
            """)
    List<Chargeback> takenOfTips(BookingId booking);

    /** What waits for evidence or for a bank, the oldest first. */
    @Query("select c from Chargeback c where c.status in (INQUIRY, OPEN) order by c.openedAt")
    List<Chargeback> underWay(Limit limit);
}
