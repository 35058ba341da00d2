package com.mentormatch.sandbox.world;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.meeting.ChoosePlace;
import com.mentormatch.meeting.MeetingPlace;
import com.mentormatch.meeting.MeetingPlace.Kind;
import com.mentormatch.meeting.OpenRoom;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mentor who meets people on Zoom, and a session that can be joined at once. */
class MeetingWorld {

    private final ChoosePlace choose;
    private final OpenRoom rooms;
    private final BookingFacts bookings;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingWorld(ChoosePlace choose, OpenRoom rooms, BookingFacts bookings, Transactions transactions, JdbcClient jdbc,
            Clock clock) {
        this.choose = choose;
        this.rooms = rooms;
        this.bookings = bookings;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void choose(AccountId mentor) {
        choose.choose(mentor, new MeetingPlace(Kind.ZOOM, null), clock.instant());
    }

    /** The mentor is there already. */
    void begin(AccountId mentor, AccountId mentee) {
        var now = clock.instant();
        var id = jdbc.sql("""
                SELECT id FROM booking
                 WHERE mentor_id = ? AND mentee_id = ? AND status IN ('CONFIRMED', 'IN_PROGRESS') AND start_at <= ?
                 ORDER BY start_at DESC LIMIT 1""")
            .params(Columns.param(mentor.value()), Columns.param(mentee.value()), Columns.param(now))
            .query((row, _) -> new BookingId(Columns.uuid(row, "id")))
            .single();
        transactions.run(() -> rooms.open(bookings.of(id, now).orElseThrow(), now));
        jdbc.sql("INSERT INTO arrival (booking_id, account_id, token, at) VALUES (?, ?, ?, ?)")
            .params(Columns.param(id.value()), Columns.param(mentor.value()), Columns.param(Ids.next()),
                    Columns.param(now.minus(Duration.ofMinutes(2))))
            .update();
    }
}
