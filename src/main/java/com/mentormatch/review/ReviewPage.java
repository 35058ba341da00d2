package com.mentormatch.review;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.FormToken;
import org.jspecify.annotations.Nullable;

/**
 * The review of one booking, as somebody sees it who may see the booking.
 *
 * @param said       null where there is none, or none any more
 * @param deleted    there was one
 * @param refusal    why this viewer cannot write one; null where they can
 * @param byline     the name the mentee's words stand under in public
 * @param typed      what a form on it was sent with, to be corrected
 */
public record ReviewPage(BookingId booking, Role role, @Nullable Said said, boolean deleted, @Nullable Refusal refusal,
        String mentorName, String byline, Typed typed, FormToken token) {

    public enum Role {
        AUTHOR, MENTOR, ADMIN
    }

    /**
     * @param problem a message key, above everything; null where there is none
     * @param wrong   message keys of what is wrong with each field, null where nothing is
     */
    public record Typed(@Nullable Integer stars, @Nullable String comment, boolean privately, @Nullable String reply,
            @Nullable String problem, @Nullable String starsWrong, @Nullable String commentWrong,
            @Nullable String replyWrong) {

        public static final Typed NOTHING = new Typed(null, null, false, null, null, null, null, null);

        public static Typed problem(String key) {
            return new Typed(null, null, false, null, key, null, null, null);
        }

        public boolean wrong() {
            return starsWrong != null || commentWrong != null || replyWrong != null;
        }
    }

    public boolean mayWrite() {
        return refusal == null;
    }

    public boolean author() {
        return role == Role.AUTHOR;
    }

    public boolean mayReply() {
        return role == Role.MENTOR && said != null;
    }

    /** Whether there is anything to show or to do. */
    public boolean shown() {
        return said != null || mayWrite() || deleted && author();
    }

    public ReviewPage with(Typed what) {
        return new ReviewPage(booking, role, said, deleted, refusal, mentorName, byline, what, token);
    }
}
