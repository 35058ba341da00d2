package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.availability.SessionsAhead;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A mentor's coming sessions for the availability editor. */
@Component
class CalendarAhead implements SessionsAhead {

    private final JdbcClient jdbc;
    private final People people;

    CalendarAhead(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    private record Row(UUID booking, AccountId mentee, String offer, TimeSpan time, boolean decided) {

        boolean movable(Instant now) {
            return decided && now.isBefore(time.start().minus(Booking.PROPOSAL_BEFORE_START));
        }
    }

    @Override
    public List<Session> of(AccountId mentor, Instant now) {
        var rows = jdbc.sql("""
                SELECT id, mentee_id, offer_title, start_at, end_at, status FROM booking
                 WHERE mentor_id = :mentor AND status IN ('AWAITING_PAYMENT', 'REQUESTED', 'CONFIRMED')
                   AND start_at > :now AND (deadline IS NULL OR deadline > :now OR status = 'CONFIRMED')
                 ORDER BY start_at, id""")
            .param("mentor", Columns.param(mentor.value()))
            .param("now", Columns.param(now))
            .query((row, _) -> new Row(Columns.uuid(row, "id"), new AccountId(Columns.uuid(row, "mentee_id")),
                    row.getString("offer_title"),
                    new TimeSpan(Columns.instant(row, "start_at"), Columns.instant(row, "end_at")),
                    BookingStatus.CONFIRMED.name().equals(row.getString("status"))))
            .list();
        var mentees = people.all(rows.stream().map(Row::mentee).distinct().toList());
        return rows.stream()
            .map(row -> new Session(row.booking, mentees.get(row.mentee).name(), row.offer, row.time, row.decided,
                    page(row), row.movable(now) ? page(row) + "/move" : null,
                    row.decided ? page(row) + "/cancellation" : null))
            .toList();
    }

    private static String page(Row row) {
        return "/bookings/" + row.booking;
    }
}
