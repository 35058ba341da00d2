package com.mentormatch.meeting;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.Arrivals.Arrival;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The page before the room, and what the page of a booking says about where it takes place. */
@Component
public class JoinPages {

    private final BookingFacts bookings;
    private final Meetings meetings;
    private final ArrivalRows arrivals;
    private final People people;

    JoinPages(BookingFacts bookings, Meetings meetings, ArrivalRows arrivals, People people) {
        this.bookings = bookings;
        this.meetings = meetings;
        this.arrivals = arrivals;
        this.people = people;
    }

    /** Empty for everybody but the two, admins too. */
    public Optional<JoinPage> of(SignedIn viewer, BookingId id, Instant now) {
        return bookings.visibleTo(viewer, id, now)
            .filter(booking -> booking.isOf(viewer))
            .map(booking -> page(viewer, booking, now));
    }

    /** For whoever sees the booking: admins learn what kind of place it is, and no more. */
    public WherePage where(BookingDetails booking, SignedIn viewer, Instant now) {
        var door = Door.of(booking, now);
        var ahead = door == Door.AHEAD || door == Door.OPEN;
        var meeting = meetings.findById(booking.id());
        return new WherePage(booking.id(), meeting.map(Meeting::kind).orElse(null),
                ahead && meeting.isPresent() && meeting.get().link() == null, booking.isOf(viewer) ? door : Door.NONE,
                Door.opens(booking), ahead && viewer.id().equals(booking.mentor()));
    }

    private JoinPage page(SignedIn viewer, BookingDetails booking, Instant now) {
        var both = people.all(List.of(booking.mentor(), booking.mentee()));
        var since = arrivals.of(booking.id()).stream().collect(Collectors.toMap(Arrival::account, Arrival::first));
        var other = viewer.id().equals(booking.mentor()) ? booking.mentee() : booking.mentor();
        var door = Door.of(booking, now);
        var meeting = meetings.findById(booking.id());
        var seats = List.<AccountId>of(viewer.id(), other)
            .stream()
            .map(id -> new JoinPage.Seat(both.get(id), id.equals(viewer.id()), since.get(id)))
            .toList();
        return new JoinPage(booking, both.get(other), door, meeting.map(room -> room.link() == null).orElse(false),
                door == Door.OPEN ? meeting.map(Meeting::passcode).orElse(null) : null, seats, FormToken.next(), now);
    }
}
