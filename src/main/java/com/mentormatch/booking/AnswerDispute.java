package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The other one says how they see it: from then on it is for an admin to decide. */
@Component
public class AnswerDispute {

    private final Acts acts;
    private final ApplicationEventPublisher events;

    AnswerDispute(Acts acts, ApplicationEventPublisher events) {
        this.acts = acts;
        this.events = events;
    }

    /** @param words at most {@value DisputeSession#WORDS_MAX} characters */
    public Outcome answer(SignedIn viewer, BookingId id, String words, FormToken token, Instant now) {
        return acts.perform(viewer, id, token, booking -> refusal(booking, viewer, now), booking -> {
            booking.answer(words, Cause.person(viewer, token, now));
            events.publishEvent(new BookingEvent.DisputeAnswered(id, booking.side(viewer), now));
        });
    }

    /** Whether this person is the one whose word is waited for. */
    static boolean awaits(Booking booking, SignedIn viewer, Instant now) {
        return refusal(booking, viewer, now).isEmpty();
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        var party = booking.side(viewer);
        if (party == Party.ADMIN) {
            return Optional.of(Refusal.ONLY_PARTICIPANTS);
        }
        var complaint = booking.complaint(now);
        if (complaint == null || !complaint.answerable(now)) {
            return Optional.of(Refusal.NOTHING_TO_ANSWER);
        }
        return complaint.by() == party ? Optional.of(Refusal.ONLY_OTHER_ANSWERS_DISPUTE) : Optional.empty();
    }
}
