package com.mentormatch.review;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mentor answers a review where it stands: one reply, which can be put differently or taken back. */
@Component
public class ReplyToReview {

    public static final int REPLY_MAX = 1000;

    private final ReviewActs acts;

    ReplyToReview(ReviewActs acts) {
        this.acts = acts;
    }

    /** @param text 1 to {@value #REPLY_MAX} characters; replaces an earlier one */
    public Outcome reply(SignedIn viewer, BookingId booking, String text, Instant now) {
        if (text.isBlank() || text.length() > REPLY_MAX) {
            throw new IllegalArgumentException("No reply of " + text.length() + " characters");
        }
        return acts.onBooking(viewer, booking, review -> refusal(review, viewer), review -> {
            if (!text.equals(review.reply())) {
                review.reply(text, now);
            }
        }, now);
    }

    public Outcome retract(SignedIn viewer, BookingId booking, Instant now) {
        return acts.onBooking(viewer, booking, review -> refusal(review, viewer), Review::retractReply, now);
    }

    private static Optional<Refusal> refusal(Review review, SignedIn viewer) {
        if (!review.isAbout(viewer)) {
            return Optional.of(Refusal.ONLY_MENTOR_REPLIES);
        }
        return review.gone() ? Optional.of(Refusal.REVIEW_GONE) : Optional.empty();
    }
}
