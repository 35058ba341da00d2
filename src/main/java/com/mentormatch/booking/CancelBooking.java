package com.mentormatch.booking;

import com.mentormatch.account.AdminAct;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Mentee, mentor or an admin calls off what was agreed, until it begins: the time is free again, and the mentee gets
 * back what {@link Booking#cancellationTerms} says. An admin who is one of the two acts as that one.
 *
 * <p>The amount is agreed with whoever cancels: what the page showed comes back with the click, and where a deadline has
 * passed in between nothing happens but that the new figures are shown. Source: product.md, "Cancel and money".
 */
@Component
public class CancelBooking {

    public static final int REASON_MAX = Booking.REASON_MAX;

    private final Acts acts;
    private final Holds holds;
    private final MentorMarks marks;
    private final GivenBack given;
    private final ApplicationEventPublisher events;

    CancelBooking(Acts acts, Holds holds, MentorMarks marks, GivenBack given, ApplicationEventPublisher events) {
        this.acts = acts;
        this.holds = holds;
        this.marks = marks;
        this.given = given;
        this.events = events;
    }

    /**
     * @param reason at most {@value #REASON_MAX} characters; null where none was given, which an admin cannot do
     * @param shown  what the mentee gets back according to the page, in minor units of the price's currency
     */
    public Outcome cancel(SignedIn viewer, BookingId id, String reason, long shown, FormToken token, Instant now) {
        return acts.perform(viewer, id, token, booking -> refusal(booking, viewer, shown, now), booking -> {
            var terms = terms(booking, viewer, now);
            var by = terms.by();
            var agreed = booking.agreed();
            booking.cancel(terms, reason, Cause.person(viewer, token, now));
            holds.release(id.value());
            if (by == Party.MENTOR) {
                marks.note(booking, MentorMarks.Kind.CANCELLED, now);
            }
            if (by == Party.ADMIN) {
                events.publishEvent(
                        new AdminAct(viewer.id(), "booking-cancelled", "booking", id.toString(), reason, now));
            }
            events.publishEvent(new BookingEvent.Cancelled(id, by, agreed, terms.before(), now));
        });
    }

    private Optional<Refusal> refusal(Booking booking, SignedIn viewer, long shown, Instant now) {
        if (!booking.cancellable(now)) {
            return Optional.of(Refusal.NOT_CANCELLABLE);
        }
        return terms(booking, viewer, now).back().minor() == shown
                ? Optional.empty()
                : Optional.of(Refusal.TERMS_CHANGED);
    }

    private CancellationTerms terms(Booking booking, SignedIn viewer, Instant now) {
        return booking.cancellationTerms(booking.side(viewer), given.of(booking.id()), now);
    }
}
