package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bookings in lines; one query, however many. Who may see them is for the caller to know. */
@Component
public class BookingBriefs {

    private static final String BRIEF = """
            SELECT id, mentor_id, mentee_id, offer_title, start_at, end_at, agreed_zone, price_minor, price_currency
              FROM booking
             WHERE\s""";

    private final JdbcClient jdbc;

    BookingBriefs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<BookingId, BookingBrief> of(Collection<BookingId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(BRIEF + "id IN (:ids)")
            .param("ids", ids.stream().map(id -> Columns.param(id.value())).toList())
            .query(BookingBriefs::brief)
            .list()
            .stream()
            .collect(Collectors.toMap(BookingBrief::id, Function.identity()));
    }

    /**
     * What a mentee booked for money, the latest made first.
     *
     * @param besides bookings of theirs to be listed whatever they cost
     * @param before  the last one of the page before; null for the first
     */
    public List<BookingBrief> paid(AccountId mentee, Collection<BookingId> besides, @Nullable BookingId before,
            int size) {
        var others = besides.stream().map(id -> Columns.param(id.value())).toList();
        return jdbc
            .sql(BRIEF + "mentee_id = :mentee AND (price_minor > 0 OR id IN (:others)) AND id < :before "
                    + "ORDER BY id DESC LIMIT " + size)
            .param("mentee", Columns.param(mentee.value()))
            .param("others", others.isEmpty() ? List.of(new byte[16]) : others)
            .param("before", before == null ? LAST : Columns.param(before.value()))
            .query(BookingBriefs::brief)
            .list();
    }

    /** Ids rise with time. */
    private static final byte[] LAST = Columns.param(new UUID(-1, -1));

    private static BookingBrief brief(ResultSet row, int number) throws SQLException {
        return new BookingBrief(new BookingId(Columns.uuid(row, "id")), new AccountId(Columns.uuid(row, "mentor_id")),
                new AccountId(Columns.uuid(row, "mentee_id")), row.getString("offer_title"),
                new TimeSpan(Columns.instant(row, "start_at"), Columns.instant(row, "end_at")),
                ZoneId.of(row.getString("agreed_zone")),
                new Amount(row.getLong("price_minor"), row.getString("price_currency")));
    }
}
