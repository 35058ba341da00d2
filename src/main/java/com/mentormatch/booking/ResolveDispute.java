package com.mentormatch.booking;

import com.mentormatch.account.AdminAct;
import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An admin decides what the mentee gets back, once the other side has answered or had its 48 hours. On appeal it is
 * decided once more, and for good; what has gone back to the mentee stays there, so that a second ruling can only give
 * more. Nobody rules on a booking of their own. Source: product.md, "After the session".
 */
@Component
public class ResolveDispute {

    public static final int REASON_MAX = DisputeSession.WORDS_MAX;

    private final Acts acts;
    private final ApplicationEventPublisher events;

    ResolveDispute(Acts acts, ApplicationEventPublisher events) {
        this.acts = acts;
        this.events = events;
    }

    /**
     * @param refund what the mentee gets back in all, in minor units of the price's currency
     * @param reason at most {@value #REASON_MAX} characters; both people read it
     */
    public Outcome resolve(SignedIn admin, BookingId id, long refund, String reason, FormToken token, Instant now) {
        return acts.perform(admin, id, token, booking -> refusal(booking, admin, refund, now), booking -> {
            var back = new Amount(refund, booking.terms().price().currency());
            booking.rule(back, reason, Cause.person(admin, token, now));
            events.publishEvent(new AdminAct(admin.id(), "dispute-ruled", "booking", id.toString(), reason, now));
            events.publishEvent(new BookingEvent.Resolved(id, now));
        });
    }

    private static Optional<Refusal> refusal(Booking booking, SignedIn admin, long refund, Instant now) {
        if (!admin.admin() || booking.side(admin) != Party.ADMIN) {
            return Optional.of(Refusal.OWN_BOOKING);
        }
        var complaint = booking.complaint(now);
        if (complaint == null) {
            return Optional.of(Refusal.ALREADY_RULED);
        }
        if (complaint.answerable(now)) {
            return Optional.of(Refusal.STILL_TO_ANSWER);
        }
        var ruled = booking.ruling(now);
        var least = ruled == null ? 0 : ruled.refund().minor();
        return refund < least || refund > booking.terms().price().minor()
                ? Optional.of(Refusal.REFUND_OUT_OF_BOUNDS)
                : Optional.empty();
    }
}
