package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.TimelineEntry.Act;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes on timelines that sessions take place in another room than was said. Joins the transaction it is called in. */
@Component
public class RecordRoom {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RecordRoom(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
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
        if (ids.isEmpty()) {
            return;
        }
        var by = actor == null ? null : Columns.param(actor.value());
        var entries = jdbc.sql("SELECT id, status FROM booking WHERE id IN (:ids)")
            .param("ids", ids.stream().map(id -> Columns.param(id.value())).toList())
            .query((row,
                    _) -> new Object[]{Columns.param(Ids.next()), row.getBytes("id"), Columns.param(now), by,
                            row.getString("status"), act.name()})
            .list();
        batches.batchUpdate("""
                INSERT INTO timeline_entry (id, booking_id, at, actor_id, status, act) VALUES (?, ?, ?, ?, ?, ?)""",
                entries);
    }
}
