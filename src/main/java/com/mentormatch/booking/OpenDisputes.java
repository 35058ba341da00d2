package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that waits for a ruling, the earliest deadline first. For admins. */
@Component
public class OpenDisputes {

    /** One page of them; {@code more} is where the next one begins, null at the end. */
    public record Queue(List<DisputeCard> cards, String more) {}

    /** What the mentor reported and nobody contested is decided, whoever has written that down or not. */
    private static final String OPEN = """
            SELECT id, mentor_id, mentee_id, offer_title, price_minor, price_currency, status, complaint_by,
                   complaint_until, complaint_answered_at
            FROM booking
            WHERE complaint_until IS NOT NULL
              AND (status = 'RESOLVED' OR complaint_by = 'MENTEE' OR complaint_answered_at IS NOT NULL
                OR complaint_until > :now)""";

    private static final String READY = " AND (complaint_answered_at IS NOT NULL OR complaint_until <= :now)";
    private static final String AFTER = " AND (complaint_until > :until OR complaint_until = :until AND id > :id)";

    private final JdbcClient jdbc;
    private final People people;

    OpenDisputes(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    public Queue page(String after, int size, Instant now) {
        var cursor = Cursor.parse(after);
        var query = jdbc.sql(OPEN + cursor.map(_ -> AFTER).orElse("") + first(size + 1))
            .param("now", Columns.param(now));
        if (cursor.isPresent()) {
            query = query.param("until", Columns.param(cursor.get().until()))
                .param("id", Columns.param(cursor.get().id().value()));
        }
        var rows = query.query(OpenDisputes::row).list();
        var cards = cards(rows.subList(0, Math.min(size, rows.size())), now);
        return new Queue(cards, rows.size() > size ? cards.getLast().cursor() : null);
    }

    /** Those that can be decided now; at most {@code size}. */
    public List<DisputeCard> ready(int size, Instant now) {
        return cards(
                jdbc.sql(OPEN + READY + first(size)).param("now", Columns.param(now)).query(OpenDisputes::row).list(),
                now);
    }

    private static String first(int size) {
        return " ORDER BY complaint_until, id LIMIT " + size;
    }

    private List<DisputeCard> cards(List<Row> rows, Instant now) {
        var persons = people.all(rows.stream().flatMap(row -> Stream.of(row.mentor(), row.mentee())).toList());
        return rows.stream()
            .map(row -> new DisputeCard(row.id(), persons.get(row.mentor()), persons.get(row.mentee()), row.title(),
                    row.price(), row.by(), row.appeal(), row.until(), row.answered() || !row.until().isAfter(now),
                    new Cursor(row.until(), row.id()).toString()))
            .toList();
    }

    private record Row(BookingId id, AccountId mentor, AccountId mentee, String title, Amount price, Party by,
            boolean appeal, Instant until, boolean answered) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(new BookingId(Columns.uuid(row, "id")), new AccountId(Columns.uuid(row, "mentor_id")),
                new AccountId(Columns.uuid(row, "mentee_id")), row.getString("offer_title"),
                new Amount(row.getLong("price_minor"), row.getString("price_currency")),
                Party.valueOf(row.getString("complaint_by")),
                BookingStatus.RESOLVED.name().equals(row.getString("status")), Columns.instant(row, "complaint_until"),
                row.getTimestamp("complaint_answered_at") != null);
    }

    /** Where a list continues. Anything unreadable means the beginning. */
    private record Cursor(Instant until, BookingId id) {

        static Optional<Cursor> parse(String text) {
            if (text == null || text.isBlank()) {
                return Optional.empty();
            }
            try {
                var parts = text.split("_", 2);
                return Optional.of(new Cursor(Instant.parse(parts[0]), BookingId.valueOf(parts[1])));
            } catch (RuntimeException unreadable) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return until + "_" + id;
        }
    }
}
