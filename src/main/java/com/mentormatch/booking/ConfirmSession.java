package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mentee's word that the session took place as agreed: the mentor is paid. */
@Component
public class ConfirmSession {

    private final Acts acts;

    ConfirmSession(Acts acts) {
        this.acts = acts;
    }

    public Outcome confirm(SignedIn viewer, BookingId id, FormToken token, Instant now) {
        return acts.performInTime(viewer, id, token, now, booking -> refusal(booking, viewer, now), booking -> {
            booking.confirm(Cause.person(viewer, token, now));
            return new BookingEvent.Completed(id, Party.MENTEE, now);
        });
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        if (!booking.isMentee(viewer.id())) {
            return Optional.of(Refusal.ONLY_MENTEE_CONFIRMS);
        }
        return booking.awaitsWord(now) ? Optional.empty() : Optional.of(Refusal.NOT_CONFIRMABLE);
    }
}
