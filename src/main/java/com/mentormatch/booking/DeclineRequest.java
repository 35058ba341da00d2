package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The mentor says no: the time is free again and an authorised payment is voided. */
@Component
public class DeclineRequest {

    public static final int REASON_MAX = Booking.REASON_MAX;

    private final Acts acts;
    private final Holds holds;
    private final ApplicationEventPublisher events;

    DeclineRequest(Acts acts, Holds holds, ApplicationEventPublisher events) {
        this.acts = acts;
        this.holds = holds;
        this.events = events;
    }

    /** @param reason in the mentor's words, at most {@value #REASON_MAX} characters; null where none was given */
    public Outcome decline(SignedIn viewer, BookingId id, String reason, FormToken token, Instant now) {
        return acts.perform(viewer, id, token, booking -> refusal(booking, viewer, now), booking -> {
            booking.decline(reason, Cause.person(viewer, token, now));
            holds.release(id.value());
            events.publishEvent(new BookingEvent.Declined(id, reason, false, now));
        });
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        if (!booking.isMentor(viewer.id())) {
            return Optional.of(Refusal.ONLY_MENTOR_DECLINES);
        }
        return booking.awaitsAnswer(now) ? Optional.empty() : Optional.of(Refusal.NOT_UNDECIDED);
    }
}
