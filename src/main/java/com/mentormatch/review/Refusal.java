package com.mentormatch.review;

import com.mentormatch.shared.Reason;

/** What cannot be done about a review; each is a sentence under {@code refusal.<code>}. */
public enum Refusal implements Reason {

    REVIEW_TOO_EARLY(400),
    REVIEW_TWICE(409),
    REVIEW_REFUNDED(409),
    ONLY_MENTEE_REVIEWS(403),
    ONLY_AUTHOR_DELETES(403),
    ONLY_MENTOR_REPLIES(403),
    REVIEW_GONE(409),
    OWN_REVIEW(403),
    REPORTED_TWICE(409),
    OWN_SESSION(403),
    REVIEW_HIDDEN_ALREADY(409),
    REVIEW_NOT_HIDDEN(409),
    NO_REPORT_OPEN(409);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
