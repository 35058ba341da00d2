package com.mentormatch.payment;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.MoneyMatters.Claim;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A booking's page of the ledger, for admins. */
@Component
public class BookingMoney {

    /** @param lines what each account gained, by its key under {@code ledger.account.} */
    public record Entry(Instant at, String movement, String cause, List<Line> lines) {}

    public record Line(String account, Amount amount) {}

    /**
     * @param claims of banks, those that are decided too, the oldest first
     * @param left what can still be given back; null where nothing was charged
     * @param own  whether the admin is one of the two, who decide nothing about it
     */
    public record Page(BookingId booking, String title, List<Entry> entries, List<Line> balances, List<Claim> claims,
            Amount left, boolean own, FormToken token) {

        /** Whether a bank has the money and has not decided, so that none can be given back. */
        public boolean blocked() {
            return claims.stream().anyMatch(claim -> claim.status().equals("open") && !claim.tip());
        }

        public boolean refundable() {
            return left != null && left.minor() > 0 && !own && !blocked();
        }
    }

    private final BookingFacts bookings;
    private final Payments payments;
    private final Chargebacks chargebacks;
    private final Ledger ledger;
    private final JdbcClient jdbc;

    BookingMoney(BookingFacts bookings, Payments payments, Chargebacks chargebacks, Ledger ledger, JdbcClient jdbc) {
        this.bookings = bookings;
        this.payments = payments;
        this.chargebacks = chargebacks;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** Empty where there is no such booking, and for whoever is no admin. */
    @Transactional(readOnly = true)
    public Optional<Page> of(SignedIn viewer, BookingId id, Instant now) {
        if (!viewer.admin()) {
            return Optional.empty();
        }
        return bookings.of(id, now).map(booking -> {
            var entries = entries(id);
            var left = payments.seating(id)
                .map(payment -> new Amount(ledger.of(payment.id()).kept(), payment.amount().currency()));
            return new Page(id, booking.offerTitle(), entries, balances(entries),
                    chargebacks.findByBookingOrderByOpenedAt(id).stream().map(Claim::of).toList(), left.orElse(null),
                    booking.isOf(viewer), FormToken.next());
        });
    }

    private List<Entry> entries(BookingId id) {
        var entries = new LinkedHashMap<UUID, Entry>();
        jdbc.sql("""
                SELECT e.id, e.at, e.movement, e.cause, e.currency, l.account, l.amount_minor
                FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                WHERE e.booking_id = ? ORDER BY e.at, e.id, l.amount_minor DESC""")
            .param(Columns.param(id.value()))
            .query((row, _) -> entries.computeIfAbsent(Columns.uuid(row, "id"), _ -> entry(row))
                .lines()
                .add(new Line(key(row.getString("account")),
                        new Amount(row.getLong("amount_minor"), row.getString("currency")))))
            .list();
        return List.copyOf(entries.values());
    }

    private static List<Line> balances(List<Entry> entries) {
        var sums = new TreeMap<String, Amount>();
        entries.stream()
            .flatMap(entry -> entry.lines().stream())
            .forEach(line -> sums.merge(line.account() + " " + line.amount().currency(), line.amount(), Amount::plus));
        return sums.entrySet()
            .stream()
            .filter(sum -> !sum.getValue().isFree())
            .map(sum -> new Line(sum.getKey().split(" ")[0], sum.getValue()))
            .toList();
    }

    private static Entry entry(ResultSet row) {
        try {
            return new Entry(Columns.instant(row, "at"), key(row.getString("movement")), row.getString("cause"),
                    new ArrayList<>());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
