package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whoever proposed another time takes it back before it is answered: the old one stands. */
@Component
public class WithdrawMove {

    private final Acts acts;
    private final Holds holds;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    WithdrawMove(Acts acts, Holds holds, Deadlines deadlines, ApplicationEventPublisher events) {
        this.acts = acts;
        this.holds = holds;
        this.deadlines = deadlines;
        this.events = events;
    }

    public Outcome withdraw(SignedIn viewer, BookingId id, FormToken token, Instant now) {
        return acts.perform(viewer, id, token, booking -> refusal(booking, viewer, now), booking -> {
            var time = booking.proposal().time();
            booking.withdrawProposal(Cause.person(viewer, token, now));
            holds.dropOther(id.value());
            deadlines.watch(booking);
            events.publishEvent(new BookingEvent.MoveWithdrawn(id, booking.side(viewer), time, now));
        });
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        var proposal = booking.proposalAt(now);
        if (proposal == null) {
            return Optional.of(Refusal.NO_PROPOSAL);
        }
        return proposal.by() == booking.side(viewer) ? Optional.empty() : Optional.of(Refusal.ONLY_PROPOSER_WITHDRAWS);
    }
}
