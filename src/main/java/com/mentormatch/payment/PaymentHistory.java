package com.mentormatch.payment;

import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingBrief;
import com.mentormatch.booking.BookingBriefs;
import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.Chargeback.Status;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a mentee paid, booking by booking, the latest first; seven queries a page. */
@Component
public class PaymentHistory {

    private static final int PAGE = 20;

    /** @param next where the next page begins; null at the end */
    public record Page(List<PaidLine> lines, @Nullable BookingId next) {}

    private final JdbcClient jdbc;
    private final BookingBriefs bookings;
    private final People people;
    private final Chargebacks chargebacks;

    PaymentHistory(JdbcClient jdbc, BookingBriefs bookings, People people, Chargebacks chargebacks) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.people = people;
        this.chargebacks = chargebacks;
    }

    public Page of(SignedIn mentee, @Nullable BookingId before) {
        var found = bookings.paid(mentee.id(), tipped(mentee), before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page(lines(shown), found.size() > PAGE ? shown.getLast().id() : null);
    }

    /** Sessions that may have been free and were tipped all the same. */
    private List<BookingId> tipped(SignedIn mentee) {
        return jdbc.sql("SELECT DISTINCT booking_id FROM tip WHERE mentee_id = ? AND status = 'PAID'")
            .param(Columns.param(mentee.id().value()))
            .query((row, _) -> new BookingId(Columns.uuid(row, "booking_id")))
            .list();
    }

    private List<PaidLine> lines(List<BookingBrief> briefs) {
        if (briefs.isEmpty()) {
            return List.of();
        }
        var ids = briefs.stream().map(brief -> Columns.param(brief.id().value())).toList();
        var statuses = statuses(ids);
        var bookings = briefs.stream().map(BookingBrief::id).toList();
        var claims = chargebacks.outcomes(bookings);
        var claimsOfTips = chargebacks.ofTips(bookings).stream().collect(Collectors.groupingBy(Chargeback::booking));
        var sums = sums(ids);
        var mentors = people.all(briefs.stream().map(BookingBrief::mentor).distinct().toList());
        return briefs.stream().map(brief -> {
            var moved = sums.getOrDefault(brief.id(), Map.of());
            var stand = new AtBank(statuses.getOrDefault(brief.id(), PaymentStatus.PENDING), claims.get(brief.id()));
            return new PaidLine(brief, mentors.get(brief.mentor()).name(),
                    brief.price().isFree() ? "free" : stand.badge(), stand.won(),
                    amount(brief, moved.getOrDefault(Movement.CHARGED, 0L)),
                    amount(brief,
                            -moved.getOrDefault(Movement.REFUNDED, 0L)
                                    - moved.getOrDefault(Movement.REFUND_FAILED, 0L)),
                    amount(brief, moved.getOrDefault(Movement.TIPPED, 0L)),
                    Chargeback.outcome(claimsOfTips.getOrDefault(brief.id(), List.of()))
                        .map(Status::word)
                        .orElse(null));
        }).toList();
    }

    private static Amount amount(BookingBrief brief, long minor) {
        return new Amount(minor, brief.price().currency());
    }

    /** Of the attempt by which the booking has its seat, or else of the last. */
    private Map<BookingId, PaymentStatus> statuses(Collection<byte[]> ids) {
        var statuses = new HashMap<BookingId, PaymentStatus>();
        jdbc.sql("""
                SELECT booking_id, status FROM payment WHERE booking_id IN (:ids)
                 ORDER BY late = FALSE AND status NOT IN ('PENDING', 'AUTHORIZED', 'FAILED', 'VOIDED'), attempt""")
            .param("ids", ids)
            .query(row -> {
                statuses.put(new BookingId(Columns.uuid(row, "booking_id")),
                        PaymentStatus.valueOf(row.getString("status")));
            });
        return statuses;
    }

    private Map<BookingId, Map<Movement, Long>> sums(Collection<byte[]> ids) {
        var sums = new HashMap<BookingId, Map<Movement, Long>>();
        jdbc.sql("""
                SELECT e.booking_id, e.movement, SUM(l.amount_minor) AS minor
                  FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id AND l.account = 'STRIPE'
                 WHERE e.booking_id IN (:ids) AND e.movement IN ('CHARGED', 'REFUNDED', 'REFUND_FAILED', 'TIPPED')
                 GROUP BY e.booking_id, e.movement""").param("ids", ids).query(row -> {
            sums.computeIfAbsent(new BookingId(Columns.uuid(row, "booking_id")), _ -> new EnumMap<>(Movement.class))
                .put(Movement.valueOf(row.getString("movement")), row.getLong("minor"));
        });
        return sums;
    }
}
