package com.mentormatch.booking;

import com.mentormatch.account.AdminAct;
import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An admin decides what the mentee gets back, once the other side has answered or had its 48 hours. On appeal it is
 * decided once more, and for good. What has gone back to the mentee by then stays there, whatever for: a ruling says what
 * goes back in all, and never less than that. Nobody rules on a booking of their own. Source: product.md, "After the
 * session".
 */
@Component
public class ResolveDispute {

    public static final int REASON_MAX = DisputeSession.WORDS_MAX;

    private final Acts acts;
    private final MentorMarks marks;
    private final GivenBack given;
    private final ApplicationEventPublisher events;

    ResolveDispute(Acts acts, MentorMarks marks, GivenBack given, ApplicationEventPublisher events) {
        this.acts = acts;
        this.marks = marks;
        this.given = given;
        this.events = events;
    }

    /**
     * @param refund what the mentee gets back in all, in minor units of the price's currency
     * @param reason at most {@value #REASON_MAX} characters; both people read it
     */
    public Outcome resolve(SignedIn admin, BookingId id, long refund, String reason, FormToken token, Instant now) {
        return rule(admin, id, refund, false, reason, token, now);
    }

    /** The same where the mentor did not come: that stands on their record, unless a second ruling takes it back. */
    public Outcome resolveAbsence(SignedIn admin, BookingId id, long refund, String reason, FormToken token,
            Instant now) {
        return rule(admin, id, refund, true, reason, token, now);
    }

    private Outcome rule(SignedIn admin, BookingId id, long refund, boolean absent, String reason, FormToken token,
            Instant now) {
        return acts.perform(admin, id, token, booking -> refusal(booking, admin, refund, now), booking -> {
            var cause = Cause.person(admin, token, now);
            booking.rule(new Amount(refund, booking.terms().price().currency()), reason, cause);
            booking.findMentor(absent, cause);
            marks.lift(booking, MentorMarks.Kind.ABSENT);
            if (absent) {
                marks.note(booking, MentorMarks.Kind.ABSENT, now);
            }
            events.publishEvent(new AdminAct(admin.id(), "dispute-ruled", "booking", id.toString(), reason, now));
            events.publishEvent(new BookingEvent.Resolved(id, now));
        });
    }

    private Optional<Refusal> refusal(Booking booking, SignedIn admin, long refund, Instant now) {
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
        var price = booking.terms().price();
        var least = least(booking.id(), booking.ruling(now));
        return refund < least || refund > price.minor()
                || !Currencies.chargeable(new Amount(refund - least, price.currency()))
                        ? Optional.of(Refusal.REFUND_OUT_OF_BOUNDS)
                        : Optional.empty();
    }

    /**
     * What the mentee has again already, in minor units of the price's currency: a ruling gives no less.
     *
     * @param ruled the first ruling; null where there was none
     */
    public long least(BookingId id, Ruling ruled) {
        return Math.max(given.of(id), ruled == null ? 0 : ruled.refund().minor());
    }
}
