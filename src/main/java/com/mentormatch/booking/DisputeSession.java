package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One of the two says that the session was not what was agreed: the mentee disputes it once it is over, or the mentor
 * reports that the mentee did not come. The other one has 48 hours to answer. What the mentor reports stands where the
 * mentee does not contest it; everything else an admin decides. Source: product.md, "After the session".
 */
@Component
public class DisputeSession {

    public static final int WORDS_MAX = 1000;

    private final Acts acts;

    DisputeSession(Acts acts) {
        this.acts = acts;
    }

    /** @param words of the mentee, at most {@value #WORDS_MAX} characters */
    public Outcome dispute(SignedIn viewer, BookingId id, String words, FormToken token, Instant now) {
        return acts.performInTime(viewer, id, token, now, booking -> noDispute(booking, viewer, now),
                booking -> complain(booking, Party.MENTEE, words, Cause.person(viewer, token, now)));
    }

    /** @param words of the mentor, at most {@value #WORDS_MAX} characters */
    public Outcome reportNoShow(SignedIn viewer, BookingId id, String words, FormToken token, Instant now) {
        return acts.performInTime(viewer, id, token, now, booking -> noReport(booking, viewer, now),
                booking -> complain(booking, Party.MENTOR, words, Cause.person(viewer, token, now)));
    }

    private static BookingEvent complain(Booking booking, Party by, String words, Cause cause) {
        booking.complain(by, words, cause);
        return new BookingEvent.Disputed(booking.id(), by, cause.at());
    }

    private static Optional<Refusal> noDispute(Booking booking, SignedIn viewer, Instant now) {
        if (!booking.isMentee(viewer.id())) {
            return Optional.of(Refusal.ONLY_MENTEE_DISPUTES);
        }
        return booking.awaitsWord(now) ? Optional.empty() : Optional.of(Refusal.NOT_DISPUTABLE);
    }

    private static Optional<Refusal> noReport(Booking booking, SignedIn viewer, Instant now) {
        if (!booking.isMentor(viewer.id())) {
            return Optional.of(Refusal.ONLY_MENTOR_REPORTS);
        }
        return booking.reportable(now) ? Optional.empty() : Optional.of(Refusal.NOT_REPORTABLE);
    }
}
