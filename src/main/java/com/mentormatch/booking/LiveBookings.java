package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.Commitments;
import com.mentormatch.shared.Columns;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bookings with somebody on the other side that have not come to their end, whoever has written that down or not. */
@Component
class LiveBookings implements Commitments {

    private final JdbcClient jdbc;

    LiveBookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean bind(AccountId account, Instant now) {
        return any("mentor_id = :one", account, account, now) || any("mentee_id = :one", account, account, now);
    }

    @Override
    public boolean between(AccountId one, AccountId other, Instant now) {
        var pair = "mentor_id = :one AND mentee_id = :other";
        return any(pair, one, other, now) || any(pair, other, one, now);
    }

    private boolean any(String whose, AccountId one, AccountId other, Instant now) {
        return jdbc.sql("""
                SELECT 1 FROM booking
                WHERE %s
                  AND (status IN ('AWAITING_PAYMENT', 'REQUESTED') AND deadline > :now
                    OR status IN ('CONFIRMED', 'IN_PROGRESS', 'PENDING_COMPLETION') AND end_at > :silentSince
                    OR status = 'DISPUTED' OR status = 'RESOLVED' AND complaint_until IS NOT NULL)
                LIMIT 1""".formatted(whose))
            .param("one", Columns.param(one.value()))
            .param("other", Columns.param(other.value()))
            .param("now", Columns.param(now))
            .param("silentSince", Columns.param(now.minus(BookingStatus.SILENCE)))
            .query(Integer.class)
            .optional()
            .isPresent();
    }
}
