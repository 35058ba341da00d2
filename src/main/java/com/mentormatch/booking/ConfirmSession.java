package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The mentee's word that the session took place as agreed: the mentor is paid. */
@Component
public class ConfirmSession {

    private final Acts acts;
    private final FollowClock time;
    private final Holds holds;
    private final ApplicationEventPublisher events;

    ConfirmSession(Acts acts, FollowClock time, Holds holds, ApplicationEventPublisher events) {
        this.acts = acts;
        this.time = time;
        this.holds = holds;
        this.events = events;
    }

    public Outcome confirm(SignedIn viewer, BookingId id, FormToken token, Instant now) {
        return acts.perform(viewer, id, token, booking -> refusal(booking, viewer, now), booking -> {
            time.follow(booking, now);
            booking.confirm(Cause.person(viewer, token, now));
            holds.release(id.value());
            events.publishEvent(new BookingEvent.Completed(id, Party.MENTEE, now));
        });
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        if (!booking.isMentee(viewer.id())) {
            return Optional.of(Refusal.ONLY_MENTEE_CONFIRMS);
        }
        return booking.awaitsWord(now) ? Optional.empty() : Optional.of(Refusal.NOT_CONFIRMABLE);
    }
}
