package com.mentormatch.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What waits for a ruling: the mentee disputes the session, the mentor reports that the mentee did not come, or one of
 * the two appeals. The words are on the timeline.
 *
 * @param until      until when the other one can answer
 * @param answeredAt when the other one did; null while they have not
 */
@Embeddable
public record Complaint(@Enumerated(EnumType.STRING) @Column(name = "complaint_by") Party by,
        @Column(name = "complaint_at") Instant at, @Column(name = "complaint_until") Instant until,
        @Column(name = "complaint_answered_at") Instant answeredAt) {

    public boolean answered() {
        return answeredAt != null;
    }

    /** Whether the other one can still say something. */
    public boolean answerable(Instant now) {
        return !answered() && until.isAfter(now);
    }
}
