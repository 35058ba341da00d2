package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Either side wants a ruling to be looked at again: within seven days, and once for a booking, whoever asks first. */
@Component
public class AppealRuling {

    private final Acts acts;

    AppealRuling(Acts acts) {
        this.acts = acts;
    }

    /** @param words at most {@value DisputeSession#WORDS_MAX} characters */
    public Outcome appeal(SignedIn viewer, BookingId id, String words, FormToken token, Instant now) {
        return acts.performInTime(viewer, id, token, now, booking -> refusal(booking, viewer, now), booking -> {
            var party = booking.side(viewer);
            booking.appeal(party, words, Cause.person(viewer, token, now));
            return new BookingEvent.Appealed(id, party, now);
        });
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        if (booking.side(viewer) == Party.ADMIN) {
            return Optional.of(Refusal.ONLY_PARTICIPANTS);
        }
        return booking.appealable(now) ? Optional.empty() : Optional.of(Refusal.NOT_APPEALABLE);
    }
}
