package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody's bookings, for admins: found by person, id, status and date, the latest start first. */
@Component
public class BookingSearch {

    /** Who is meant when more people than that bear a name nobody can tell. */
    private static final int PEOPLE = 50;

    /** Statuses are written when they begin; these are read on the way to rows nobody has written yet. */
    private static final int ROUNDS = 10;

    /**
     * What is looked for; each part narrows it, null or blank does not.
     *
     * @param text  a booking's id, the beginning of an address, or a part of a name
     * @param from  no session before that instant, UTC
     * @param until no session at or after it
     * @param after the cursor of the page before
     */
    public record Wish(String text, BookingStatus status, Instant from, Instant until, String after) {}

    public record Line(BookingId id, Person mentor, Person mentee, String title, TimeSpan time, ZoneId agreedZone,
            BookingStatus status, Amount price, boolean moved) {}

    /**
     * @param more  where the next page begins; null at the end
     * @param crowd whether the text fits more people than were looked at
     */
    public record Found(List<Line> lines, String more, boolean crowd) {

        private static final Found NOTHING = new Found(List.of(), null, false);
    }

    private record Row(BookingId id, AccountId mentor, AccountId mentee, String title, TimeSpan time, ZoneId zone,
            BookingStatus status, Amount price, boolean moved) {}

    private static final String SELECT = """
            SELECT booking.id, mentor_id, mentee_id, offer_title, start_at, end_at, agreed_zone, status, deadline,
                   price_minor, price_currency, moves, complaint_by, complaint_until, complaint_answered_at
            FROM booking
            """;

    /** Looked up by each side's own index, and only then sorted: a condition with OR would walk along all starts. */
    private static final String OF_PEOPLE = """
            JOIN (SELECT id FROM booking WHERE mentor_id IN (:people)
                  UNION SELECT id FROM booking WHERE mentee_id IN (:people)) theirs ON theirs.id = booking.id
            """;

    private final JdbcClient jdbc;
    private final People people;

    BookingSearch(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    public Found find(SignedIn admin, Wish wish, int size, Instant now) {
        if (!admin.admin()) {
            return Found.NOTHING;
        }
        var where = new StringBuilder("1 = 1");
        var values = new HashMap<String, Object>(Map.of("now", Columns.param(now)));
        var text = wish.text() == null ? "" : wish.text().strip();
        var crowd = false;
        var from = "";
        if (!text.isEmpty()) {
            var id = id(text);
            var named = id.isPresent() ? List.<Person>of() : people.named(text, PEOPLE + 1);
            if (id.isEmpty() && named.isEmpty()) {
                return Found.NOTHING;
            }
            crowd = named.size() > PEOPLE;
            id.ifPresent(one -> {
                where.append(" AND booking.id = :id");
                values.put("id", Columns.param(one.value()));
            });
            if (id.isEmpty()) {
                from = OF_PEOPLE;
                values.put("people", named.stream().map(person -> Columns.param(person.id().value())).toList());
            }
        }
        if (wish.from() != null) {
            where.append(" AND start_at >= :from");
            values.put("from", Columns.param(wish.from()));
        }
        if (wish.until() != null) {
            where.append(" AND start_at < :until");
            values.put("until", Columns.param(wish.until()));
        }
        if (wish.status() != null) {
            where.append(" AND ").append(mayBe(wish.status()));
            values.put("status", wish.status().name());
        }
        var rows = rows(from + "WHERE " + where, values, wish, size + 1, now);
        var more = rows.size() > size ? new Cursor(rows.get(size - 1).time().start(), rows.get(size - 1).id()) : null;
        return new Found(lines(rows.subList(0, Math.min(size, rows.size()))), more == null ? null : more.toString(),
                crowd);
    }

    /** Those of one account, on either side, the latest start first. */
    public List<Line> of(SignedIn admin, AccountId account, int most, Instant now) {
        return !admin.admin()
                ? List.of()
                : lines(jdbc.sql(SELECT + OF_PEOPLE + "ORDER BY start_at DESC, booking.id DESC LIMIT " + most)
                    .param("people", List.of(Columns.param(account.value())))
                    .query((row, _) -> row(row, now))
                    .list());
    }

    /** What is written as something else but has become it by time is among them; {@link #rows} looks at the clock. */
    private static String mayBe(BookingStatus status) {
        return switch (status) {
            case EXPIRED -> "(status = :status OR deadline <= :now)";
            case IN_PROGRESS, PENDING_COMPLETION, COMPLETED -> """
                    (status = :status OR status IN ('CONFIRMED', 'IN_PROGRESS', 'PENDING_COMPLETION')
                      AND start_at <= :now)""";
            case RESOLVED -> "(status = :status OR status = 'DISPUTED' AND complaint_by = 'MENTOR')";
            default -> "status = :status";
        };
    }

    private List<Row> rows(String where, Map<String, Object> values, Wish wish, int most, Instant now) {
        var found = new ArrayList<Row>();
        var cursor = Cursor.parse(wish.after()).orElse(null);
        for (var round = 0; round < ROUNDS && found.size() < most; round++) {
            var rows = page(where, values, cursor, most, now);
            rows.stream()
                .filter(row -> wish.status() == null || row.status() == wish.status())
                .limit(most - found.size())
                .forEach(found::add);
            if (rows.size() < most) {
                return found;
            }
            cursor = new Cursor(rows.getLast().time().start(), rows.getLast().id());
        }
        return found;
    }

    private List<Row> page(String where, Map<String, Object> values, Cursor cursor, int most, Instant now) {
        var query = jdbc
            .sql(SELECT + where
                    + (cursor == null ? "" : " AND (start_at < :start OR start_at = :start AND booking.id < :after)")
                    + " ORDER BY start_at DESC, booking.id DESC LIMIT " + most)
            .params(values);
        if (cursor != null) {
            query = query.param("start", Columns.param(cursor.start()))
                .param("after", Columns.param(cursor.id().value()));
        }
        return query.query((row, _) -> row(row, now)).list();
    }

    /** Those, as a list shows them, the next one first. */
    List<Line> lines(List<BookingId> ids, Instant now) {
        return ids.isEmpty()
                ? List.of()
                : lines(jdbc.sql(SELECT + "WHERE booking.id IN (:ids) ORDER BY start_at, booking.id")
                    .param("ids", ids.stream().map(id -> Columns.param(id.value())).toList())
                    .query((row, _) -> row(row, now))
                    .list());
    }

    private List<Line> lines(List<Row> rows) {
        var ids = new HashSet<AccountId>();
        rows.forEach(row -> ids.addAll(List.of(row.mentor(), row.mentee())));
        var all = people.all(ids);
        return rows.stream()
            .map(row -> new Line(row.id(), all.get(row.mentor()), all.get(row.mentee()), row.title(), row.time(),
                    row.zone(), row.status(), row.price(), row.moved()))
            .toList();
    }

    private static Row row(ResultSet row, Instant now) throws SQLException {
        var time = new TimeSpan(Columns.instant(row, "start_at"), Columns.instant(row, "end_at"));
        var complaint = BookingPages.complaint(row);
        return new Row(new BookingId(Columns.uuid(row, "id")), new AccountId(Columns.uuid(row, "mentor_id")),
                new AccountId(Columns.uuid(row, "mentee_id")), row.getString("offer_title"), time,
                ZoneId.of(row.getString("agreed_zone")),
                Booking.statusAt(BookingStatus.valueOf(row.getString("status")), Columns.instant(row, "deadline"), time,
                        complaint == null ? null : complaint.settles(), now),
                new Amount(row.getLong("price_minor"), row.getString("price_currency")), row.getInt("moves") > 0);
    }

    private static Optional<BookingId> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(BookingId.valueOf(text)) : Optional.empty();
        } catch (IllegalArgumentException aName) {
            return Optional.empty();
        }
    }
}
