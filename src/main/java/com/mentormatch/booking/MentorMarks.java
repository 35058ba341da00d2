package com.mentormatch.booking;

import com.mentormatch.shared.Columns;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on mentors' records. Joins the transaction it is called in. */
@Component
class MentorMarks {

    enum Kind {
        /** Called off a session they had agreed to. */
        CANCELLED,
        /** Did not come to one, as the last ruling says. */
        ABSENT
    }

    private final JdbcClient jdbc;

    MentorMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(Booking booking, Kind kind, Instant now) {
        jdbc.sql("INSERT INTO mentor_mark (booking_id, kind, mentor_id, at) VALUES (?, ?, ?, ?)")
            .param(Columns.param(booking.id().value()))
            .param(kind.name())
            .param(Columns.param(booking.mentor().value()))
            .param(Columns.param(now))
            .update();
    }

    void lift(Booking booking, Kind kind) {
        jdbc.sql("DELETE FROM mentor_mark WHERE booking_id = ? AND kind = ?")
            .param(Columns.param(booking.id().value()))
            .param(kind.name())
            .update();
    }
}
