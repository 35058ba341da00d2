package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.NeedsAdmin;
import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What about money waits for an admin. */
@Component
public class MoneyMatters implements NeedsAdmin {

    /** Of each kind; more is said to be more. */
    private static final int SHOWN = 50;

    /**
     * An amount that should have moved and has not.
     *
     * @param why Stripe's last no; null where it has not said one
     */
    public record Waiting(UUID id, BookingId booking, Amount amount, String why, Instant since) {}

    /**
     * @param tip    whether it is about a tip, not about the session
     * @param status a key under {@code admin.money.chargeback.}
     * @param until  when evidence is due; null where none is
     */
    public record Claim(UUID id, BookingId booking, boolean tip, Amount amount, String reason, String status,
            Instant until, Instant since) {

        static Claim of(Chargeback found) {
            return new Claim(found.id(), found.booking(), found.tip() != null, found.amount(), found.reason(),
                    found.status().word(), found.answerUntil(), found.openedAt());
        }

        /** Whether the bank has not decided yet. */
        public boolean underWay() {
            return status.equals("open") || status.equals("inquiry");
        }
    }

    /** A message about something not known here. */
    public record Parked(UUID id, String event, String type, String object, Instant since) {}

    /**
     * A mentor's account about which Stripe does not answer.
     *
     * @param name of the mentor
     * @param since when it last answered
     */
    public record Unknown(AccountId mentor, String name, String account, String why, Instant since) {}

    /** @param kind a key under {@code admin.money.mismatch.} */
    public record Differs(UUID id, BookingId booking, String kind, String ours, String theirs, Instant since) {}

    /** @param more whether any list is longer than is shown */
    public record Page(List<Differs> mismatches, List<Waiting> refunds, List<Waiting> transfers,
            List<Waiting> reversals, List<Claim> chargebacks, List<Unknown> accounts, List<Parked> parked,
            boolean more) {

        public boolean empty() {
            return mismatches.isEmpty() && refunds.isEmpty() && transfers.isEmpty() && reversals.isEmpty()
                    && chargebacks.isEmpty() && accounts.isEmpty() && parked.isEmpty();
        }
    }

    private final Mismatches mismatches;
    private final Chargebacks chargebacks;
    private final StripeEvents inbox;
    private final Payees payees;
    private final People people;
    private final JdbcClient jdbc;

    MoneyMatters(Mismatches mismatches, Chargebacks chargebacks, StripeEvents inbox, Payees payees, People people,
            JdbcClient jdbc) {
        this.mismatches = mismatches;
        this.chargebacks = chargebacks;
        this.inbox = inbox;
        this.payees = payees;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Everything that waits, the oldest of each kind first. */
    @Transactional(readOnly = true)
    public Page page(SignedIn admin) {
        if (!admin.admin()) {
            throw new IllegalArgumentException("Only admins see everybody's money");
        }
        var mismatches = differing();
        var refunds = refunds();
        var transfers = transfers();
        var reversals = reversals();
        var claims = claims();
        var accounts = accounts();
        var parked = inbox.parked(SHOWN + 1);
        var more = Stream.of(mismatches, refunds, transfers, reversals, claims, accounts, parked)
            .anyMatch(list -> list.size() > SHOWN);
        return new Page(shown(mismatches), shown(refunds), shown(transfers), shown(reversals), shown(claims),
                shown(accounts), shown(parked), more);
    }

    private static <T> List<T> shown(List<T> found) {
        return found.subList(0, Math.min(SHOWN, found.size()));
    }

    private List<Differs> differing() {
        return mismatches.open(SHOWN + 1)
            .stream()
            .map(found -> new Differs(found.id(), found.booking(), found.kind().name().toLowerCase(Locale.ROOT),
                    found.ours(), found.theirs(), found.foundAt()))
            .toList();
    }

    private List<Waiting> refunds() {
        return waiting("""
                SELECT id, booking_id, amount_minor, currency, refusal, created_at FROM refund
                WHERE status IN ('OWED', 'UNDER_WAY') ORDER BY created_at LIMIT""");
    }

    private List<Waiting> transfers() {
        return waiting("""
                SELECT id, booking_id, amount_minor, currency, refusal, created_at FROM transfer
                WHERE status IN ('OWED', 'ASKED') ORDER BY created_at LIMIT""");
    }

    private List<Waiting> reversals() {
        return waiting("""
                SELECT r.id, t.booking_id, r.amount_minor, t.currency, r.refusal, r.created_at
                FROM transfer_reversal r JOIN transfer t ON t.id = r.transfer_id
                WHERE r.status = 'OWED' ORDER BY r.created_at LIMIT""");
    }

    private List<Waiting> waiting(String sql) {
        return jdbc.sql(sql + " " + (SHOWN + 1))
            .query((row, _) -> new Waiting(Columns.uuid(row, "id"), new BookingId(Columns.uuid(row, "booking_id")),
                    new Amount(row.getLong("amount_minor"), row.getString("currency")), row.getString("refusal"),
                    Columns.instant(row, "created_at")))
            .list();
    }

    private List<Claim> claims() {
        return chargebacks.underWay(Limit.of(SHOWN + 1)).stream().map(Claim::of).toList();
    }

    private List<Unknown> accounts() {
        var refused = payees.refused(SHOWN + 1);
        var mentors = people.all(refused.stream().map(Payees.Refused::mentor).toList());
        return refused.stream()
            .map(each -> new Unknown(each.mentor(), mentors.get(each.mentor()).name(), each.account(), each.why(),
                    each.since()))
            .toList();
    }

    /** What a bank wants to be told by a day, and what differs; what is only waiting is tried again by itself. */
    @Override
    public List<Matter> matters(int size, Instant now) {
        var claims = chargebacks.underWay(Limit.of(size))
            .stream()
            .map(found -> new Matter("chargeback", List.of(found.amount().format(Locale.ENGLISH)),
                    found.answerUntil() == null ? found.openedAt() : found.answerUntil(), "/admin/money"));
        var differing = mismatches.open(size)
            .stream()
            .map(found -> new Matter("money-mismatch", List.of(found.ours(), found.theirs()), found.foundAt(),
                    "/admin/money"));
        return Stream.concat(claims, differing).sorted(Comparator.comparing(Matter::due)).limit(size).toList();
    }
}
