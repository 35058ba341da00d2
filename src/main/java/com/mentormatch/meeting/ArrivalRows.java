package com.mentormatch.meeting;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.Arrivals;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who went to which room, and when. */
@Component
class ArrivalRows implements Arrivals {

    /** Nobody comes and goes more often than that; whoever seems to is not counted any further. */
    static final int MOST = 200;

    private final JdbcClient jdbc;

    ArrivalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Arrival> of(BookingId booking) {
        return jdbc.sql("""
                SELECT account_id, MIN(at) AS first_at, COUNT(*) AS times FROM arrival WHERE booking_id = ?
                 GROUP BY account_id ORDER BY first_at, account_id""")
            .param(Columns.param(booking.value()))
            .query((row, _) -> new Arrival(new AccountId(Columns.uuid(row, "account_id")),
                    Columns.instant(row, "first_at"), row.getInt("times")))
            .list();
    }

    /** The same filling-in of the form arrives once. */
    void add(BookingId booking, AccountId account, FormToken token, Instant now) {
        var often = of(booking).stream().anyMatch(one -> one.account().equals(account) && one.times() >= MOST);
        if (often || known(booking, account, token)) {
            return;
        }
        jdbc.sql("INSERT INTO arrival (booking_id, account_id, token, at) VALUES (?, ?, ?, ?)")
            .params(Columns.param(booking.value()), Columns.param(account.value()), Columns.param(token.value()),
                    Columns.param(now))
            .update();
    }

    private boolean known(BookingId booking, AccountId account, FormToken token) {
        return jdbc.sql("SELECT 1 FROM arrival WHERE booking_id = ? AND account_id = ? AND token = ?")
            .params(Columns.param(booking.value()), Columns.param(account.value()), Columns.param(token.value()))
            .query(Integer.class)
            .optional()
            .isPresent();
    }
}
