package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * On an instant offer the mentee moves straight to a free slot, until 24 hours before the start and twice at most. A
 * proposal that is open ends by it. Source: product.md, "Reschedule".
 */
@Component
public class MoveBooking {

    private final Acts acts;
    private final OtherTimes times;
    private final OpenProposals proposals;
    private final Holds holds;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    MoveBooking(Acts acts, OtherTimes times, OpenProposals proposals, Holds holds, Deadlines deadlines,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.times = times;
        this.proposals = proposals;
        this.holds = holds;
        this.deadlines = deadlines;
        this.events = events;
    }

    public Outcome move(SignedIn viewer, BookingId id, Instant start, FormToken token, Instant now) {
        return times.taking(viewer, id, start, now,
                () -> acts.perform(viewer, id, token, booking -> refusal(booking, viewer, now), booking -> {
                    var from = booking.time();
                    proposals.clear(booking, Party.MENTEE, Cause.person(viewer, null, now), now);
                    times.take(booking, start, false, now, now);
                    booking.moveDirectly(OtherTimes.at(booking, start), Cause.person(viewer, token, now));
                    holds.moveToOther(id.value(), OtherTimes.shares(booking, booking.time()));
                    deadlines.watch(booking);
                    events.publishEvent(new BookingEvent.Moved(id, Party.MENTEE, from, now));
                }));
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        if (booking.side(viewer) != Party.MENTEE) {
            return Optional.of(Refusal.ONLY_MENTEE_MOVES);
        }
        if (booking.movableDirectly(now)) {
            return Optional.empty();
        }
        return Optional.of(booking.movable(now) ? Refusal.MOVE_BY_ASKING : Refusal.NOT_MOVABLE);
    }
}
