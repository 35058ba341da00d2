package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.Chargeback.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** All about a booking, its tips included, the oldest first. */
    List<Chargeback> findByBookingOrderByOpenedAt(BookingId booking);

    @Query("select c from Chargeback c where c.booking in :bookings and c.payment.value is not null")
    List<Chargeback> ofSessions(Collection<BookingId> bookings);

    @Query("select c from Chargeback c where c.booking in :bookings and c.tip.value is not null")
    List<Chargeback> ofTips(Collection<BookingId> bookings);

    /** What claims to the price of sessions came to; without those of which no bank ever had it. */
    default Map<BookingId, Status> outcomes(Collection<BookingId> bookings) {
        return bookings.isEmpty() ? Map.of() : outcomes(ofSessions(bookings), Chargeback::booking);
    }

    /** The same of the tips on them, by Stripe's id of what was paid. */
    default Map<String, Status> outcomesOfTips(Collection<BookingId> bookings) {
        return bookings.isEmpty()
                ? Map.of()
                : outcomes(ofTips(bookings).stream().filter(claim -> claim.intent() != null).toList(),
                        Chargeback::intent);
    }

    private static <K> Map<K, Status> outcomes(List<Chargeback> claims, Function<Chargeback, K> about) {
        var outcomes = new HashMap<K, Status>();
        claims.stream()
            .collect(Collectors.groupingBy(about))
            .forEach((what, all) -> Chargeback.outcome(all).ifPresent(outcome -> outcomes.put(what, outcome)));
        return outcomes;
    }

    /** What waits for evidence or for a bank, the oldest first. */
    @Query("select c from Chargeback c where c.status in (INQUIRY, OPEN) order by c.openedAt")
    List<Chargeback> underWay(Limit limit);
}
