package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Either side proposes another time. The old one stands until the other answers, and both are held meanwhile: by the
 * same rows, decided by the same primary key, as every hold. Proposing while the other's proposal is open answers it
 * with another time; while one's own is open, it takes its place. Source: product.md, "Reschedule".
 */
@Component
public class ProposeMove {

    public static final int NOTE_MAX = Booking.REASON_MAX;

    private final Acts acts;
    private final OtherTimes times;
    private final OpenProposals proposals;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    ProposeMove(Acts acts, OtherTimes times, OpenProposals proposals, Deadlines deadlines,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.times = times;
        this.proposals = proposals;
        this.deadlines = deadlines;
        this.events = events;
    }

    /** @param note at most {@value #NOTE_MAX} characters; null where there is none */
    public Outcome propose(SignedIn viewer, BookingId id, Instant start, String note, FormToken token, Instant now) {
        return times.taking(viewer, id, start, now,
                () -> acts.perform(viewer, id, token, booking -> refusal(booking, viewer, now), booking -> {
                    var party = booking.side(viewer);
                    var time = OtherTimes.at(booking, start);
                    proposals.clear(booking, party, Cause.person(viewer, null, now), now);
                    times.take(booking, start, true, booking.proposalUntil(time, now), now);
                    booking.propose(party, time, note, Cause.person(viewer, token, now));
                    deadlines.watch(booking);
                    events.publishEvent(new BookingEvent.MoveProposed(id, now));
                }));
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        if (booking.side(viewer) == Party.ADMIN) {
            return Optional.of(Refusal.ONLY_PARTICIPANTS);
        }
        return booking.movable(now) ? Optional.empty() : Optional.of(Refusal.NOT_MOVABLE);
    }
}
