package com.mentormatch.payment;

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

    /** Whether a bank has the money and it is not decided who is right. */
    @Query("select count(c) > 0 from Chargeback c where c.payment = :payment and c.status = OPEN")
    boolean open(PaymentId payment);

    /** What waits for evidence or for a bank, the oldest first. */
    @Query("select c from Chargeback c where c.status in (INQUIRY, OPEN) order by c.openedAt")
    List<Chargeback> underWay(Limit limit);
}
