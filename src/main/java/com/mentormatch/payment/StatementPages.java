package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingBrief;
import com.mentormatch.booking.BookingBriefs;
import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.Chargeback.Status;
import com.mentormatch.payment.StatementLine.Kind;
import com.mentormatch.payment.StatementPage.Total;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A mentor's statement, read from the ledger and from what Stripe told of payouts. A page is six queries, whatever the
 * length of the history: it is read on from the last line seen.
 */
@Component
public class StatementPages {

    private static final int PAGE = 20;
    private static final int BATCH = 500;
    private static final int MONTHS = 24;

    /** Of an entry the mentor's part and the platform's; there is one line of each at most. */
    private static final String EARNINGS = """
              FROM ledger_entry e
              JOIN ledger_line o ON o.entry_id = e.id AND o.account IN ('OWED', 'TIPS')
              LEFT JOIN ledger_line f ON f.entry_id = e.id AND f.account = 'FEE'
             WHERE e.mentor_id = :mentor AND e.at >= :from AND e.at < :to
            """;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final BookingBriefs bookings;
    private final People people;
    private final Chargebacks chargebacks;

    StatementPages(JdbcClient jdbc, Ledger ledger, BookingBriefs bookings, People people, Chargebacks chargebacks) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.bookings = bookings;
        this.people = people;
        this.chargebacks = chargebacks;
    }

    /** @param after cursor of the page before; null or empty for the first */
    public StatementPage of(SignedIn mentor, StatementFilter filter, @Nullable String after, Instant now) {
        var rows = rows(mentor.id(), filter, Cursor.of(after), PAGE + 1);
        var lines = lines(rows.subList(0, Math.min(PAGE, rows.size())));
        return new StatementPage(filter, lines, rows.size() > PAGE ? lines.getLast().cursor() : null,
                ledger.dueTo(mentor.id()).stream().filter(due -> !due.isFree()).toList(), totals(mentor, MONTHS, now));
    }

    /** All lines, the latest first, some at a time. */
    public void each(SignedIn mentor, StatementFilter filter, Consumer<List<StatementLine>> reader) {
        String after = null;
        do {
            var rows = rows(mentor.id(), filter, Cursor.of(after), BATCH);
            var lines = lines(rows);
            reader.accept(lines);
            after = rows.size() == BATCH ? lines.getLast().cursor() : null;
        } while (after != null);
    }

    /** By month and currency, the latest month first; one query. @param months how far back */
    public List<Total> totals(SignedIn mentor, int months, Instant now) {
        var first = YearMonth.from(now.atZone(ZoneOffset.UTC)).minusMonths(months - 1L);
        return jdbc.sql("""
                SELECT t.month, t.currency, SUM(t.sessions) AS sessions, SUM(t.net) AS net, SUM(t.fee) AS fee,
                       SUM(t.paid_out) AS paid_out
                  FROM (SELECT DATE_FORMAT(e.at, '%Y-%m') AS month, e.currency,
                               CASE WHEN e.movement = 'EARNED' THEN 1 ELSE 0 END AS sessions,
                               -o.amount_minor AS net, COALESCE(-f.amount_minor, 0) AS fee, 0 AS paid_out
                """ + EARNINGS + """
                        UNION ALL
                       SELECT DATE_FORMAT(p.created_at, '%Y-%m'), p.amount_currency, 0, 0, 0, p.amount_minor
                         FROM payout p
                        WHERE p.account_id = :mentor AND p.created_at >= :from AND p.created_at < :to
                          AND p.status NOT IN ('failed', 'canceled')) t
                GROUP BY t.month, t.currency
                ORDER BY t.month DESC, t.currency""")
            .param("mentor", Columns.param(mentor.id().value()))
            .param("from", Columns.param(first.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
            .param("to", Columns.param(now.plus(1, ChronoUnit.DAYS)))
            .query((row, _) -> {
                var currency = row.getString("currency");
                var net = new Amount(row.getLong("net"), currency);
                var fee = new Amount(row.getLong("fee"), currency);
                return new Total(YearMonth.parse(row.getString("month")), row.getInt("sessions"), net.plus(fee), fee,
                        net, new Amount(row.getLong("paid_out"), currency));
            })
            .list();
    }

    private record Row(UUID id, Instant at, Kind kind, @Nullable BookingId booking, String currency, long net, long fee,
            @Nullable String status, @Nullable String cause) {

        Cursor cursor() {
            return new Cursor(at, id);
        }
    }

    private List<Row> rows(AccountId mentor, StatementFilter filter, @Nullable Cursor after, int size) {
        var parts = new ArrayList<String>();
        if (filter.kind() != Kind.PAYOUT) {
            parts.add("(SELECT e.id, e.at, " + KIND + " AS kind, e.booking_id, e.currency, -o.amount_minor AS net, "
                    + "COALESCE(-f.amount_minor, 0) AS fee, NULL AS status, e.cause " + EARNINGS
                    + (filter.currency() == null ? "" : " AND e.currency = :currency")
                    + (filter.kind() == null ? "" : " AND " + KIND + " = :kind") + after(after, "e.at", "e.id")
                    + " ORDER BY e.at DESC, e.id DESC LIMIT " + size + ")");
        }
        if (filter.kind() == null || filter.kind() == Kind.PAYOUT) {
            parts
                .add("(SELECT p.id, p.created_at AS at, 'PAYOUT' AS kind, NULL AS booking_id, p.amount_currency AS currency, "
                        + "-p.amount_minor AS net, 0 AS fee, p.status, NULL AS cause FROM payout p WHERE p.account_id = :mentor"
                        + " AND p.created_at >= :from AND p.created_at < :to"
                        + (filter.currency() == null ? "" : " AND p.amount_currency = :currency")
                        + after(after, "p.created_at", "p.id") + " ORDER BY p.created_at DESC, p.id DESC LIMIT " + size
                        + ")");
        }
        var query = jdbc.sql(String.join(" UNION ALL ", parts) + " ORDER BY at DESC, id DESC LIMIT " + size)
            .param("mentor", Columns.param(mentor.value()))
            .param("from", Columns.param(filter.from()))
            .param("to", Columns.param(filter.to()));
        query = filter.currency() == null ? query : query.param("currency", filter.currency());
        query = filter.kind() == null || filter.kind() == Kind.PAYOUT
                ? query
                : query.param("kind", filter.kind().name());
        query = after == null
                ? query
                : query.param("at", Columns.param(after.at())).param("id", Columns.param(after.id()));
        return query.query((row, _) -> {
            var booking = Columns.uuid(row, "booking_id");
            return new Row(Columns.uuid(row, "id"), Columns.instant(row, "at"), Kind.valueOf(row.getString("kind")),
                    booking == null ? null : new BookingId(booking), row.getString("currency"), row.getLong("net"),
                    row.getLong("fee"), row.getString("status"), row.getString("cause"));
        }).list();
    }

    private static final String KIND = "(CASE e.movement WHEN 'EARNED' THEN 'SESSION' WHEN 'TIPPED' THEN 'TIP' "
            + "WHEN 'DISPUTE_LOST' THEN 'CHARGEBACK' ELSE 'CORRECTION' END)";

    private static String after(@Nullable Cursor cursor, String at, String id) {
        return cursor == null ? "" : " AND " + at + " <= :at AND (" + at + " < :at OR " + id + " < :id)";
    }

    private List<StatementLine> lines(List<Row> rows) {
        var briefs = bookings.of(rows.stream().map(Row::booking).filter(Objects::nonNull).distinct().toList());
        var claims = chargebacks.outcomes(briefs.keySet());
        var claimsOfTips = chargebacks.outcomesOfTips(
                rows.stream().filter(row -> row.kind() == Kind.TIP).map(Row::booking).collect(Collectors.toSet()));
        var mentees = briefs.isEmpty()
                ? Map.<AccountId, Person>of()
                : people.all(briefs.values().stream().map(BookingBrief::mentee).distinct().toList());
        return rows.stream().map(row -> {
            var brief = row.booking() == null ? null : briefs.get(row.booking());
            var net = new Amount(row.net(), row.currency());
            var fee = new Amount(row.fee(), row.currency());
            return new StatementLine(row.kind(), row.at(), row.booking(), brief == null ? null : brief.title(),
                    brief == null ? null : mentees.get(brief.mentee()).name(), net.plus(fee), fee, net,
                    switch (row.kind()) {
                        case SESSION -> word(claims.get(row.booking()));
                        case TIP -> word(claimsOfTips.get(row.cause()));
                        case PAYOUT -> row.status();
                        case CORRECTION, CHARGEBACK -> null;
                    }, row.cursor().toString());
        }).toList();
    }

    private static @Nullable String word(@Nullable Status claim) {
        return claim == null ? null : claim.word();
    }

    /** Where a page ends. What cannot be read is the beginning. */
    private record Cursor(Instant at, UUID id) {

        static @Nullable Cursor of(@Nullable String text) {
            try {
                var cut = text == null ? -1 : text.indexOf('_');
                return cut < 0
                        ? null
                        : new Cursor(Instant.EPOCH.plus(Long.parseLong(text.substring(0, cut)), ChronoUnit.MICROS),
                                UUID.fromString(text.substring(cut + 1)));
            } catch (RuntimeException nonsense) {
                return null;
            }
        }

        @Override
        public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
        }
    }
}
