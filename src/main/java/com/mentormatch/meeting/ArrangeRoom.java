package com.mentormatch.meeting;

import com.mentormatch.account.People;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.meeting.Meeting.Step;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings what a provider keeps for a booking in line with the booking: take the next step in hand and commit, ask
 * outside any transaction, write down what came of it, and look again.
 */
@Component
class ArrangeRoom {

    private static final Logger log = LoggerFactory.getLogger(ArrangeRoom.class);

    private sealed interface Turn {}

    /** @param venueId null where it is not known */
    private record Ask(Step step, Venue.Session session, String venueId, boolean unsure) implements Turn {}

    private record Wait(Instant until) implements Turn {}

    private record Done() implements Turn {}

    private final Meetings meetings;
    private final BookingFacts bookings;
    private final People people;
    private final OpenRoom rooms;
    private final Venue venue;
    private final Transactions transactions;
    private final Clock clock;

    ArrangeRoom(Meetings meetings, BookingFacts bookings, People people, OpenRoom rooms, Venue venue,
            Transactions transactions, Clock clock) {
        this.meetings = meetings;
        this.bookings = bookings;
        this.people = people;
        this.rooms = rooms;
        this.venue = venue;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Answers when to come again; empty where nothing is left to do. */
    Optional<Instant> arrange(BookingId id) {
        for (;;) {
            switch (transactions.run(() -> turn(id, clock.instant()))) {
                case Done() -> {
                    return Optional.empty();
                }
                case Wait(var until) -> {
                    return Optional.of(until);
                }
                case Ask ask -> take(id, ask);
            }
        }
    }

    private Turn turn(BookingId id, Instant now) {
        var booking = bookings.of(id, now).orElse(null);
        var meeting = meetings.findById(id).orElse(null);
        var step = booking == null || meeting == null ? Step.NOTHING : meeting.next(booking);
        if (step == Step.NOTHING || !venue.configured()) {
            if (step == Step.MAKE) {
                rooms.fallBack(meeting, now);
            }
            return new Done();
        }
        var busy = meeting.busyUntil(now);
        if (busy != null) {
            return new Wait(busy);
        }
        var ask = new Ask(step, session(booking), meeting.venueId(), meeting.asked());
        meeting.begin(step, now);
        return ask;
    }

    private Venue.Session session(BookingDetails booking) {
        var both = people.all(List.of(booking.mentor(), booking.mentee()));
        var mentor = both.get(booking.mentor());
        var topic = PlainText.line(mentor.name(), 60) + " and " + PlainText.line(both.get(booking.mentee()).name(), 60)
                + ": " + PlainText.line(booking.offerTitle(), 60);
        return new Venue.Session(booking.id(), mentor.email(), topic, booking.time());
    }

    private void take(BookingId id, Ask ask) {
        try {
            var answer = ask(ask);
            write(id, answer);
        } catch (Venue.Failed failure) {
            log.warn("The room of booking {} ({}): {}", id, ask.step(), failure.getMessage());
            write(id, meeting -> failed(meeting, failure, clock.instant()));
        }
    }

    private Consumer<Meeting> ask(Ask ask) {
        return switch (ask.step()) {
            case MAKE -> {
                var known = ask.unsure() ? venue.find(ask.session()) : Optional.<Venue.Room>empty();
                var room = known.orElseGet(() -> venue.make(ask.session()));
                yield meeting -> meeting.made(room);
            }
            case MOVE -> {
                var there = venue.move(ask.venueId(), ask.session());
                yield there ? meeting -> meeting.moved(ask.session().time().start()) : Meeting::removed;
            }
            case REMOVE -> {
                var room = ask.venueId() == null
                        ? venue.find(ask.session()).map(Venue.Room::id)
                        : Optional.of(ask.venueId());
                room.ifPresent(venue::remove);
                yield Meeting::removed;
            }
            case NOTHING -> throw new IllegalArgumentException("There is nothing to ask");
        };
    }

    private void failed(Meeting meeting, Venue.Failed failure, Instant now) {
        meeting.failed(failure.waiting(), now);
        var wanted = bookings.of(meeting.getId(), now).filter(booking -> meeting.next(booking) == Step.MAKE);
        if (wanted.isPresent() && meeting.hopeless()) {
            rooms.fallBack(meeting, now);
        }
    }

    private void write(BookingId id, Consumer<Meeting> what) {
        transactions.run(() -> what.accept(meetings.findById(id).orElseThrow()));
    }
}
