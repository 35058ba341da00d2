package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.availability.BookedSessions;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.TimeSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What counts towards a mentor's limits: whatever was asked for and neither refused, dropped nor called off. */
@Component
class SessionsBooked implements BookedSessions {

    private static final List<String> COUNTED = List
        .of(BookingStatus.AWAITING_PAYMENT, BookingStatus.REQUESTED, BookingStatus.CONFIRMED, BookingStatus.IN_PROGRESS,
                BookingStatus.PENDING_COMPLETION, BookingStatus.COMPLETED, BookingStatus.DISPUTED,
                BookingStatus.RESOLVED)
        .stream()
        .map(Enum::name)
        .toList();

    private final JdbcClient jdbc;

    SessionsBooked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Session> of(Collection<AccountId> mentors, TimeSpan starts, Instant now) {
        return jdbc.sql("""
                SELECT mentor_id, offer_id, start_at FROM booking
                 WHERE mentor_id IN (:mentors) AND status IN (:counted) AND start_at >= :from AND start_at < :to
                   AND (deadline IS NULL OR deadline > :now OR status NOT IN ('AWAITING_PAYMENT', 'REQUESTED'))""")
            .param("mentors", mentors.stream().map(mentor -> Columns.param(mentor.value())).toList())
            .param("counted", COUNTED)
            .param("from", Columns.param(starts.start()))
            .param("to", Columns.param(starts.end()))
            .param("now", Columns.param(now))
            .query((row, _) -> new Session(new AccountId(Columns.uuid(row, "mentor_id")),
                    new OfferId(Columns.uuid(row, "offer_id")), Columns.instant(row, "start_at")))
            .list();
    }
}
