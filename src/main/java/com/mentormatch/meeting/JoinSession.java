package com.mentormatch.meeting;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.meeting.MeetingPlace.Kind;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import java.net.URI;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One of the two goes to their room: it is written down that they came, and they are told where it is. Nobody else is,
 * and no page says it.
 */
@Component
public class JoinSession {

    private static final Logger log = LoggerFactory.getLogger(JoinSession.class);

    public sealed interface Result {}

    /** @param room where to go on to */
    public record Joined(URI room) implements Result {}

    public record Refused(MeetingRefusal reason) implements Result {}

    /** For this person there is no such room. */
    public record Missing() implements Result {}

    private record Way(URI link, String venueId) {}

    private final BookingFacts bookings;
    private final OpenRoom rooms;
    private final ArrivalRows arrivals;
    private final Venue venue;
    private final Transactions transactions;

    JoinSession(BookingFacts bookings, OpenRoom rooms, ArrivalRows arrivals, Venue venue, Transactions transactions) {
        this.bookings = bookings;
        this.rooms = rooms;
        this.arrivals = arrivals;
        this.venue = venue;
        this.transactions = transactions;
    }

    public Result join(SignedIn viewer, BookingId id, FormToken token, Instant now) {
        var booking = bookings.visibleTo(viewer, id, now).filter(found -> found.isOf(viewer));
        var door = booking.map(found -> Door.of(found, now)).orElse(Door.NONE);
        return switch (door) {
            case NONE -> new Missing();
            case AHEAD -> new Refused(MeetingRefusal.ROOM_NOT_OPEN);
            case OVER -> new Refused(MeetingRefusal.ROOM_CLOSED);
            case OPEN -> {
                var host = viewer.id().equals(booking.orElseThrow().mentor());
                var way = transactions.run(() -> {
                    arrivals.add(id, viewer.id(), token, now);
                    var meeting = rooms.ready(booking.orElseThrow(), now);
                    return new Way(meeting.link(), meeting.kind() == Kind.ZOOM ? meeting.venueId() : null);
                });
                yield new Joined(host && way.venueId() != null ? hostLink(way) : way.link());
            }
        };
    }

    /** Without it the mentor comes in like the mentee, which is better than not at all. */
    private URI hostLink(Way way) {
        try {
            return venue.hostLink(way.venueId());
        } catch (Venue.Failed failure) {
            log.warn("No way in for the host: {}", failure.getMessage());
            return way.link();
        }
    }
}
