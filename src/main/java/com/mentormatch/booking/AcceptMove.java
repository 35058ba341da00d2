package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The other one says yes to another time: the session moves there; payment, link and calendar entry stay what they are. */
@Component
public class AcceptMove {

    private final Acts acts;
    private final Holds holds;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    AcceptMove(Acts acts, Holds holds, Deadlines deadlines, ApplicationEventPublisher events) {
        this.acts = acts;
        this.holds = holds;
        this.deadlines = deadlines;
        this.events = events;
    }

    /** @param start of the time that is agreed to, as the page showed it */
    public Outcome accept(SignedIn viewer, BookingId id, Instant start, FormToken token, Instant now) {
        return acts.perform(viewer, id, token, booking -> OpenProposals.toAnswer(booking, viewer, start, now),
                booking -> {
                    var from = booking.time();
                    booking.acceptProposal(Cause.person(viewer, token, now));
                    holds.moveToOther(id.value(), OtherTimes.shares(booking, booking.time()));
                    deadlines.watch(booking);
                    events.publishEvent(new BookingEvent.Moved(id, booking.side(viewer), from, now));
                });
    }
}
