package com.mentormatch.mentor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What admins decided about a mentor.
 *
 * @param verifiedAt   since when we vouch for who this is; null where we do not
 * @param longSessions whether an offer may last up to eight hours, instead of three
 */
public record MentorStanding(@Nullable Instant verifiedAt, boolean longSessions) {

    public static final MentorStanding USUAL = new MentorStanding(null, false);

    public boolean verified() {
        return verifiedAt != null;
    }

    /** How long an offer may be, in minutes. */
    public List<Integer> lengths() {
        return longSessions ? OfferDraft.LENGTHS : OfferDraft.USUAL_LENGTHS;
    }
}
