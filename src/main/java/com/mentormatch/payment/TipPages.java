package com.mentormatch.payment;

import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.payment.Chargeback.Status;
import com.mentormatch.payment.TipsView.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the tips on a booking, for the two people it belongs to. */
@Component
public class TipPages {

    private final Tips tips;
    private final Chargebacks chargebacks;
    private final Payees payees;
    private final BookingFacts bookings;
    private final People people;

    TipPages(Tips tips, Chargebacks chargebacks, Payees payees, BookingFacts bookings, People people) {
        this.tips = tips;
        this.chargebacks = chargebacks;
        this.payees = payees;
        this.bookings = bookings;
        this.people = people;
    }

    public Optional<TipsView> of(SignedIn viewer, BookingId id, Instant now) {
        return bookings.visibleTo(viewer, id, now).map(booking -> view(viewer, booking));
    }

    TipsView view(SignedIn viewer, BookingDetails booking) {
        var mine = booking.mentee().equals(viewer.id());
        var may = mine && booking.status() == BookingStatus.COMPLETED
                && payees.destination(booking.mentor()).isPresent();
        var claims = chargebacks.findByBookingOrderByOpenedAt(booking.id())
            .stream()
            .filter(claim -> claim.tip() != null)
            .collect(Collectors.groupingBy(Chargeback::tip));
        var given = tips.findByBookingOrderByChangedAt(booking.id())
            .stream()
            .filter(Tip::isPaid)
            .map(tip -> new Given(tip.amount(), tip.message(), tip.changedAt(),
                    Chargeback.outcome(claims.getOrDefault(tip.id(), List.of())).map(Status::word).orElse(null)))
            .toList();
        var other = people.find(mine ? booking.mentor() : booking.mentee()).map(Person::name).orElse("");
        return new TipsView(booking.id(), mine, may, other, Tip.least(booking.price().currency()), given,
                booking.agreedZone());
    }
}
