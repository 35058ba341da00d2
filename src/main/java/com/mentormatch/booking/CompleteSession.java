package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mentor says that the session is over: the mentee's word is asked for at once, not a quarter of an hour later. */
@Component
public class CompleteSession {

    private final Acts acts;

    CompleteSession(Acts acts) {
        this.acts = acts;
    }

    public Outcome complete(SignedIn viewer, BookingId id, FormToken token, Instant now) {
        return acts.performInTime(viewer, id, token, now, booking -> refusal(booking, viewer, now), booking -> {
            booking.complete(Cause.person(viewer, token, now));
            return new BookingEvent.SessionEnded(id, now);
        });
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        if (!booking.isMentor(viewer.id())) {
            return Optional.of(Refusal.ONLY_MENTOR_COMPLETES);
        }
        return switch (booking.statusAt(now)) {
            case CONFIRMED, IN_PROGRESS -> booking.completable(now) ? Optional.empty() : Optional.of(Refusal.NOT_OVER);
            default -> Optional.of(Refusal.NOT_COMPLETABLE);
        };
    }
}
