package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The mentee takes back what is unpaid or undecided: nothing is charged and the time is free again. */
@Component
public class WithdrawBooking {

    private final Acts acts;
    private final Holds holds;
    private final ApplicationEventPublisher events;

    WithdrawBooking(Acts acts, Holds holds, ApplicationEventPublisher events) {
        this.acts = acts;
        this.holds = holds;
        this.events = events;
    }

    public Outcome withdraw(SignedIn viewer, BookingId id, FormToken token, Instant now) {
        return acts.perform(viewer, id, token, booking -> refusal(booking, viewer, now), booking -> {
            var unpaid = booking.awaitsPayment(now);
            booking.withdraw(Cause.person(viewer, token, now));
            holds.release(id.value());
            events.publishEvent(new BookingEvent.Withdrawn(id, unpaid, now));
        });
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn viewer, Instant now) {
        if (!booking.isMentee(viewer.id())) {
            return Optional.of(Refusal.ONLY_MENTEE_WITHDRAWS);
        }
        return booking.awaitsAnswer(now) || booking.awaitsPayment(now)
                ? Optional.empty()
                : Optional.of(Refusal.NOT_UNDECIDED);
    }
}
