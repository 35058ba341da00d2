package com.mentormatch.dispute;

import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.Arrivals;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.ResolveDispute;
import com.mentormatch.booking.SentMails;
import com.mentormatch.dispute.DisputeRoom.Came;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What there is to decide about, with the evidence. For admins. */
@Component
public class DisputeRooms {

    private final BookingPages bookings;
    private final People people;
    private final ObjectProvider<Arrivals> arrivals;
    private final SentMails mails;
    private final ResolveDispute resolve;

    DisputeRooms(BookingPages bookings, People people, ObjectProvider<Arrivals> arrivals, SentMails mails,
            ResolveDispute resolve) {
        this.bookings = bookings;
        this.people = people;
        this.arrivals = arrivals;
        this.mails = mails;
        this.resolve = resolve;
    }

    /** Empty where the two never disagreed. */
    public Optional<DisputeRoom> of(SignedIn admin, BookingId id, Instant now) {
        return bookings.show(admin, id, now).filter(BookingPage::disputed).map(page -> {
            var booking = page.booking();
            var complaint = booking.complaint();
            var ruling = booking.ruling();
            var ruledBy = ruling == null || ruling.by() == null
                    ? null
                    : people.find(ruling.by()).map(Person::name).orElse(null);
            return new DisputeRoom(page, came(page), mails.of(id), ruledBy,
                    complaint != null && !complaint.answerable(now), page.role() != BookingPage.Role.ADMIN,
                    new Amount(resolve.least(id, ruling), booking.price().currency()));
        });
    }

    private List<Came> came(BookingPage page) {
        var booking = page.booking();
        return arrivals.stream()
            .flatMap(known -> known.of(booking.id()).stream())
            .map(arrival -> new Came(
                    (arrival.account().equals(booking.mentor()) ? page.mentor() : page.mentee()).name(),
                    arrival.first(), arrival.times(), arrival.first().isAfter(booking.time().start())))
            .toList();
    }
}
