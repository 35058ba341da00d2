package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The other one says no to another time: the old one stands. A mentee may then cancel with a full refund. */
@Component
public class DeclineMove {

    private final Acts acts;
    private final Holds holds;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    DeclineMove(Acts acts, Holds holds, Deadlines deadlines, ApplicationEventPublisher events) {
        this.acts = acts;
        this.holds = holds;
        this.deadlines = deadlines;
        this.events = events;
    }

    /** @param start of the time that is declined, as the page showed it */
    public Outcome decline(SignedIn viewer, BookingId id, Instant start, FormToken token, Instant now) {
        return acts.perform(viewer, id, token, booking -> OpenProposals.toAnswer(booking, viewer, start, now),
                booking -> {
                    var time = booking.proposal().time();
                    booking.declineProposal(Cause.person(viewer, token, now));
                    holds.dropOther(id.value());
                    deadlines.watch(booking);
                    events.publishEvent(new BookingEvent.MoveDeclined(id, booking.side(viewer), time, now));
                });
    }
}
