package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.TimelineEntry.Act;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes on timelines that sessions take place in another room than was said. Joins the transaction it is called in. */
@Component
public class RecordRoom {

    private final JdbcTemplate jdbc;

    RecordRoom(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The provider gave none, so a generated one takes its place. */
    public void replaced(BookingId id, Instant now) {
        write(Act.ROOM_REPLACED, List.of(id), null, now);
    }

    /** The mentor meets people elsewhere: in these sessions too. */
    public void changed(Collection<BookingId> ids, AccountId mentor, Instant now) {
        write(Act.ROOM_CHANGED, ids, mentor, now);
    }

    private void write(Act act, Collection<BookingId> ids, AccountId actor, Instant now) {
        jdbc.batchUpdate("""
                INSERT INTO timeline_entry (id, booking_id, at, actor_id, status, act)
                SELECT ?, id, ?, ?, status, ? FROM booking WHERE id = ?""",
                ids.stream()
                    .map(id -> new Object[]{Columns.param(Ids.next()), Columns.param(now),
                            actor == null ? null : Columns.param(actor.value()), act.name(), Columns.param(id.value())})
                    .toList());
    }
}
