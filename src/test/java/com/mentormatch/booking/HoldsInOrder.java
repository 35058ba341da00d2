package com.mentormatch.booking;

import com.mentormatch.shared.Columns;
import com.mentormatch.testing.Actor;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the tables themselves whether time is held exactly once, and for nothing that is over. */
final class HoldsInOrder {

    /** Who should be where: {@code other} marks what is held only until a deadline, undecided or proposed. */
    private static final String PRESENCE = """
            WITH presence AS (
              SELECT id, mentor_id AS person, start_at, TIMESTAMPADD(MINUTE, buffer_minutes, end_at) AS end_at,
                     status <> 'CONFIRMED' AS other
              FROM booking WHERE mentor_id IN (:mentors) AND status IN ('AWAITING_PAYMENT', 'REQUESTED', 'CONFIRMED')
              UNION ALL
              SELECT id, mentee_id, start_at, end_at, status <> 'CONFIRMED'
              FROM booking WHERE mentor_id IN (:mentors) AND status IN ('AWAITING_PAYMENT', 'REQUESTED', 'CONFIRMED')
              UNION ALL
              SELECT id, mentor_id, proposal_start, TIMESTAMPADD(MINUTE, buffer_minutes, proposal_end), TRUE
              FROM booking WHERE mentor_id IN (:mentors) AND status = 'CONFIRMED' AND proposal_by IS NOT NULL
              UNION ALL
              SELECT id, mentee_id, proposal_start, proposal_end, TRUE
              FROM booking WHERE mentor_id IN (:mentors) AND status = 'CONFIRMED' AND proposal_by IS NOT NULL
            )
            """;

    private HoldsInOrder() {}

    /** Two different live bookings, or times proposed for them, in which one person would be at once. */
    static int overlaps(JdbcClient jdbc, List<Actor> mentors) {
        return count(jdbc, mentors, """
                SELECT COUNT(*) FROM presence a JOIN presence b
                  ON a.person = b.person AND a.id < b.id AND a.start_at < b.end_at AND b.start_at < a.end_at""");
    }

    /** Rows of holds that belong to no live booking's time and to no open proposal's. */
    static int strays(JdbcClient jdbc, List<Actor> mentors) {
        return count(jdbc, mentors, """
                SELECT COUNT(*) FROM hold h
                WHERE h.booking_id IN (SELECT id FROM booking WHERE mentor_id IN (:mentors))
                  AND NOT EXISTS (
                    SELECT 1 FROM presence p WHERE p.id = h.booking_id AND p.person = h.account_id
                      AND p.other = (h.expires_at IS NOT NULL)
                      AND h.cell >= TIMESTAMPDIFF(MINUTE, '1970-01-01', p.start_at) / 15
                      AND h.cell < TIMESTAMPDIFF(MINUTE, '1970-01-01', p.end_at) / 15)""");
    }

    /** Quarter hours a live booking or an open proposal should hold and does not. */
    static long gaps(JdbcClient jdbc, List<Actor> mentors) {
        return count(jdbc, mentors, """
                SELECT COALESCE(SUM(TIMESTAMPDIFF(MINUTE, p.start_at, p.end_at) / 15 -
                  (SELECT COUNT(*) FROM hold h WHERE h.booking_id = p.id AND h.account_id = p.person
                     AND h.cell >= TIMESTAMPDIFF(MINUTE, '1970-01-01', p.start_at) / 15
                     AND h.cell < TIMESTAMPDIFF(MINUTE, '1970-01-01', p.end_at) / 15)), 0)
                FROM presence p""");
    }

    private static int count(JdbcClient jdbc, List<Actor> mentors, String question) {
        return jdbc.sql(PRESENCE + question)
            .param("mentors", mentors.stream().map(mentor -> Columns.param(mentor.id().value())).toList())
            .query(Integer.class)
            .single();
    }
}
