package com.mentormatch.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;

/**
 * What waits for a ruling: the mentee disputes the session, the mentor reports that the mentee did not come, or one of
 * the two appeals. Source: product.md, "After the session".
 *
 * @param words      of whoever complains
 * @param until      until when the other one can answer
 * @param answer     the other one's words; null while there are none
 * @param answeredAt when the other one answered; null while they have not
 */
@Embeddable
public record Complaint(@Enumerated(EnumType.STRING) @Column(name = "complaint_by") Party by,
        @Column(name = "complaint_words") String words, @Column(name = "complaint_at") Instant at,
        @Column(name = "complaint_until") Instant until, @Column(name = "complaint_answer") String answer,
        @Column(name = "complaint_answered_at") Instant answeredAt) {

    /** The other one answers within that long. */
    static final Duration ANSWER = Duration.ofHours(48);

    static Complaint of(Party by, String words, Instant now) {
        return new Complaint(by, words, now, now.plus(ANSWER), null, null);
    }

    Complaint answered(String words, Instant now) {
        return new Complaint(by, this.words, at, until, words, now);
    }

    public boolean answered() {
        return answeredAt != null;
    }

    /** Whether the other one can still say something. */
    public boolean answerable(Instant now) {
        return !answered() && until.isAfter(now);
    }

    /** When what the mentor reported stands because the mentee does not contest it; null where an admin decides. */
    Instant settles() {
        return by == Party.MENTOR && !answered() ? until : null;
    }
}
