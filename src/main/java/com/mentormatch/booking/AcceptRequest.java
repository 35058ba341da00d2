package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The mentor says yes. A free booking is confirmed; of a paid one the money is captured next. */
@Component
public class AcceptRequest {

    private final Acts acts;
    private final Holds holds;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    AcceptRequest(Acts acts, Holds holds, Deadlines deadlines, ApplicationEventPublisher events) {
        this.acts = acts;
        this.holds = holds;
        this.deadlines = deadlines;
        this.events = events;
    }

    public Outcome accept(SignedIn viewer, BookingId id, FormToken token, Instant now) {
        return acts.perform(viewer, id, token, booking -> refusal(booking, viewer, now), booking -> {
            booking.accept(Cause.person(viewer, token, now));
            holds.keepUntil(id.value(), booking.deadline());
            deadlines.watch(booking);
            events.publishEvent(new BookingEvent.Accepted(id, now));
            if (booking.statusAt(now) == BookingStatus.CONFIRMED) {
                events.publishEvent(new BookingEvent.Confirmed(id, now));
            }
        });
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        if (!booking.isMentor(viewer.id())) {
            return Optional.of(Refusal.ONLY_MENTOR_ACCEPTS);
        }
        return booking.awaitsAnswer(now) ? Optional.empty() : Optional.of(Refusal.NOT_REQUESTED);
    }
}
