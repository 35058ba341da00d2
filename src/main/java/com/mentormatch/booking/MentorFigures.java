package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Columns;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a mentor's bookings add up to, counted from their rows; one query. */
@Component
public class MentorFigures {

    /**
     * @param sessions that were completed
     * @param mentees  with whom
     * @param coming   agreed and not over
     * @param waiting  requests to be answered
     */
    public record Figures(int sessions, int mentees, int coming, int waiting) {}

    private final JdbcClient jdbc;

    MentorFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Figures of(SignedIn mentor, Instant now) {
        return jdbc.sql("""
                SELECT COUNT(CASE WHEN %1$s THEN 1 END) AS sessions,
                       COUNT(DISTINCT CASE WHEN %1$s THEN mentee_id END) AS mentees,
                       COUNT(CASE WHEN status IN ('CONFIRMED', 'IN_PROGRESS') AND end_at > :now THEN 1 END) AS coming,
                       COUNT(CASE WHEN %2$s THEN 1 END) AS waiting
                  FROM booking
                 WHERE mentor_id = :mentor""".formatted(BookingPages.COMPLETED, BookingPages.TO_ANSWER))
            .param("silent", Columns.param(now.minus(BookingStatus.SILENCE)))
            .param("mentor", Columns.param(mentor.id().value()))
            .param("now", Columns.param(now))
            .query((row, _) -> new Figures(row.getInt("sessions"), row.getInt("mentees"), row.getInt("coming"),
                    row.getInt("waiting")))
            .single();
    }
}
