package com.mentormatch.booking;

import com.mentormatch.shared.TimeSpan;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * Another time for a session, proposed by one of the two. The old one stands until the other answers.
 *
 * @param at    when it was proposed
 * @param until when it ends by itself
 * @param note  in the words of whoever proposes; null where there are none
 */
@Embeddable
public record Proposal(@Enumerated(EnumType.STRING) @Column(name = "proposal_by") Party by,
        @Column(name = "proposal_start") Instant start, @Column(name = "proposal_end") Instant end,
        @Column(name = "proposal_at") Instant at, @Column(name = "proposal_until") Instant until,
        @Column(name = "proposal_note") String note) {

    public TimeSpan time() {
        return new TimeSpan(start, end);
    }

    boolean over(Instant now) {
        return !until.isAfter(now);
    }
}
