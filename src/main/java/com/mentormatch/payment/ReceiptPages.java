package com.mentormatch.payment;

import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingBrief;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.Chargeback.Status;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads receipts from the ledger; there is one as soon as anything was charged. */
@Component
public class ReceiptPages {

    /** What the mentee's bank knows of. */
    private static final Set<Movement> PAID = Set.of(Movement.CHARGED, Movement.REFUNDED, Movement.REFUND_FAILED,
            Movement.TIPPED, Movement.DISPUTED);

    private final JdbcClient jdbc;
    private final BookingFacts bookings;
    private final Payments payments;
    private final Chargebacks chargebacks;
    private final People people;

    ReceiptPages(JdbcClient jdbc, BookingFacts bookings, Payments payments, Chargebacks chargebacks, People people) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.payments = payments;
        this.chargebacks = chargebacks;
        this.people = people;
    }

    @Transactional(readOnly = true)
    public Optional<ReceiptPage> of(SignedIn viewer, BookingId id, Instant now) {
        return bookings.visibleTo(viewer, id, now).flatMap(booking -> receipt(viewer, booking));
    }

    private record Moved(Movement movement, Instant at, LedgerAccount account, Amount amount) {}

    private Optional<ReceiptPage> receipt(SignedIn viewer, BookingDetails booking) {
        var moved = moved(booking.id());
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        var mine = booking.mentee().equals(viewer.id());
        var both = people.all(List.of(booking.mentor(), booking.mentee()));
        var lines = mine ? paid(moved) : earned(moved);
        var currency = moved.getFirst().amount().currency();
        var total = lines.stream().map(ReceiptPage.Line::amount).reduce(Amount.zero(currency), Amount::plus);
        var held = sum(moved, currency, LedgerAccount.HELD);
        var bank = Chargeback.outcome(chargebacks.findByBookingOrderByOpenedAt(booking.id())).map(Status::word);
        return Optional.of(new ReceiptPage(brief(booking), mine, number(booking.id()), name(both.get(booking.mentor())),
                name(both.get(booking.mentee())), mine ? card(booking.id()) : null, lines,
                mine ? null : sum(moved, currency, LedgerAccount.FEE), total, mine || held.isFree() ? null : held,
                bank.orElse(null), booking.agreedZone()));
    }

    private List<Moved> moved(BookingId booking) {
        return jdbc.sql("""
                SELECT e.movement, e.at, e.currency, l.account, l.amount_minor
                  FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
                 WHERE e.booking_id = ? AND e.movement NOT IN ('FEE_TAKEN', 'LOSS')
                 ORDER BY e.at, e.id, l.account""")
            .param(Columns.param(booking.value()))
            .query((row, _) -> new Moved(Movement.valueOf(row.getString("movement")), Columns.instant(row, "at"),
                    LedgerAccount.valueOf(row.getString("account")),
                    new Amount(row.getLong("amount_minor"), row.getString("currency"))))
            .list();
    }

    private static List<ReceiptPage.Line> paid(List<Moved> moved) {
        return moved.stream()
            .filter(each -> each.account() == LedgerAccount.STRIPE && PAID.contains(each.movement()))
            .map(each -> new ReceiptPage.Line(paid(each), each.at(), each.amount()))
            .toList();
    }

    private static List<ReceiptPage.Line> earned(List<Moved> moved) {
        var lines = new ArrayList<ReceiptPage.Line>();
        for (var each : moved) {
            if (each.account() == LedgerAccount.OWED || each.account() == LedgerAccount.TIPS) {
                lines.add(new ReceiptPage.Line(switch (each.movement()) {
                    case EARNED -> "earned";
                    case TIPPED -> "tipped";
                    case DISPUTE_LOST -> "lost";
                    default -> "corrected";
                }, each.at(), negated(each.amount())));
            }
        }
        return lines;
    }

    private static String paid(Moved moved) {
        var word = moved.movement().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return moved.movement() != Movement.DISPUTED ? word : moved.amount().minor() < 0 ? "taken-back" : "returned";
    }

    /** What is due to somebody stands in the ledger as less than nothing. */
    private static Amount sum(List<Moved> moved, String currency, LedgerAccount account) {
        return negated(moved.stream()
            .filter(each -> each.account() == account)
            .map(Moved::amount)
            .reduce(Amount.zero(currency), Amount::plus));
    }

    private static Amount negated(Amount amount) {
        return Amount.zero(amount.currency()).minus(amount);
    }

    private String card(BookingId booking) {
        return payments.telling(booking).map(Payment::card).orElse(null);
    }

    private static String number(BookingId booking) {
        return booking.toString().substring(24).toUpperCase(Locale.ROOT);
    }

    private static String name(Person person) {
        return person == null ? "" : person.name();
    }

    private static BookingBrief brief(BookingDetails booking) {
        return new BookingBrief(booking.id(), booking.mentor(), booking.mentee(), booking.offerTitle(), booking.time(),
                booking.agreedZone(), booking.price());
    }
}
