package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Bookings as pages show them. One page is a fixed number of queries, however many rows it has, and none of them finds
 * a booking its viewer may not see.
 */
@Component
public class BookingPages {

    /** Which side of their bookings a person looks at. */
    public enum Side {
        MENTEE, MENTOR
    }

    /** Which part of their bookings a person looks at. */
    public enum Shelf {

        /** Unpaid or undecided, the earliest deadline first. */
        WAITING("""
                status IN ('AWAITING_PAYMENT', 'REQUESTED') AND (deadline IS NULL OR deadline > :now)""", true),

        /** Agreed and not over, the next one first. */
        COMING("status IN ('CONFIRMED', 'IN_PROGRESS') AND end_at > :now", true),

        /** Over or come to nothing, the latest first. */
        PAST("""
                (status NOT IN ('AWAITING_PAYMENT', 'REQUESTED', 'CONFIRMED', 'IN_PROGRESS')
                  OR deadline <= :now OR end_at <= :now)""", false);

        final String condition;
        private final boolean ascending;

        Shelf(String condition, boolean ascending) {
            this.condition = condition;
            this.ascending = ascending;
        }
    }

    /** One page of a list; {@code more} is where the next one begins, null at the end. */
    public record Cards(List<BookingCard> cards, String more) {}

    static final String CARD_OF = """
            id, mentor_id, mentee_id, offer_title, topic, start_at, end_at, agreed_zone, status, deadline,
            accepted_at, price_minor, price_currency, moves, complaint_by, complaint_until, complaint_answered_at,
            proposal_start, proposal_end, proposal_until
            FROM booking WHERE\s""";
    private static final String CARD = "SELECT " + CARD_OF;

    static final String TO_ANSWER = "status = 'REQUESTED' AND accepted_at IS NULL AND deadline > :now";
    static final String PROPOSED = "status = 'CONFIRMED' AND start_at > :now AND proposal_until > :now";

    /** By silence too, whether or not anybody has written that down. */
    static final String COMPLETED = """
            (status = 'COMPLETED'
              OR status IN ('CONFIRMED', 'IN_PROGRESS', 'PENDING_COMPLETION') AND end_at <= :silent)""";

    private final JdbcClient jdbc;
    private final Bookings bookings;
    private final People people;
    private final Mentors mentors;
    private final GivenBack given;
    private final ObjectProvider<BookingSteps> others;

    BookingPages(JdbcClient jdbc, Bookings bookings, People people, Mentors mentors, GivenBack given,
            ObjectProvider<BookingSteps> others) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.people = people;
        this.mentors = mentors;
        this.given = given;
        this.others = others;
    }

    /** Empty where this person may not know of it. */
    public Optional<BookingPage> show(SignedIn viewer, BookingId id, Instant now) {
        return bookings.visibleTo(viewer, id).map(booking -> {
            var both = people.all(List.of(booking.mentor(), booking.mentee()));
            var may = new BookingPage.May(booking.isMentor(viewer.id()) && booking.awaitsAnswer(now),
                    booking.isMentee(viewer.id()) && (booking.awaitsAnswer(now) || booking.awaitsPayment(now)),
                    booking.isMentee(viewer.id()) && booking.awaitsPayment(now),
                    booking.movable(now) && booking.side(viewer) != Party.ADMIN,
                    booking.side(viewer) == Party.MENTEE && booking.movableDirectly(now),
                    OpenProposals.awaits(booking, viewer, now));
            var word = booking.side(viewer) == Party.MENTEE && booking.awaitsWord(now);
            var mentor = booking.side(viewer) == Party.MENTOR;
            var after = new BookingPage.After(mentor && booking.completable(now), word, word,
                    mentor && booking.reportable(now), AnswerDispute.awaits(booking, viewer, now),
                    booking.side(viewer) != Party.ADMIN && booking.appealable(now));
            var before = given.of(id);
            var price = booking.terms().price();
            var cancel = booking.cancellable(now) && booking.side(viewer) != Party.ADMIN
                    ? booking.cancellationTerms(booking.side(viewer), before, now)
                    : null;
            return new BookingPage(booking.details(now), role(booking, viewer), both.get(booking.mentor()),
                    both.get(booking.mentee()),
                    mentors.summaries(List.of(booking.mentor())).get(booking.mentor()).slug(),
                    booking.terms().lateRefundPercent(), price.minus(new Amount(before, price.currency())), may, after,
                    cancel, timeline(id, both, price.currency()), FormToken.next());
        });
    }

    public Cards list(SignedIn viewer, Side side, Shelf shelf, String after, int size, Instant now) {
        return list(viewer, side, shelf, false, after, size, now);
    }

    /** @param moved only those that have taken another time */
    public Cards list(SignedIn viewer, Side side, Shelf shelf, boolean moved, String after, int size, Instant now) {
        var column = side == Side.MENTOR ? "mentor_id" : "mentee_id";
        var cursor = Cursor.parse(after);
        var sql = CARD + column + " = :viewer AND " + shelf.condition + (moved ? " AND moves > 0" : "")
                + cursor
                    .map(_ -> shelf.ascending
                            ? " AND (start_at > :start OR start_at = :start AND id > :id)"
                            : " AND (start_at < :start OR start_at = :start AND id < :id)")
                    .orElse("")
                + (shelf.ascending ? " ORDER BY start_at, id" : " ORDER BY start_at DESC, id DESC") + " LIMIT "
                + (size + 1);
        var query = jdbc.sql(sql).param("viewer", Columns.param(viewer.id().value())).param("now", Columns.param(now));
        if (cursor.isPresent()) {
            query = query.param("start", Columns.param(cursor.get().start()))
                .param("id", Columns.param(cursor.get().id().value()));
        }
        var rows = query.query(BookingPages::row).list();
        var cards = cards(rows.subList(0, Math.min(size, rows.size())), viewer, now);
        return new Cards(cards, rows.size() > size ? cards.getLast().cursor() : null);
    }

    /** Requests this mentor has to answer, the earliest deadline first; at most {@code size}. */
    public List<BookingCard> toAnswer(SignedIn mentor, int size, Instant now) {
        return cards(jdbc.sql(CARD + "mentor_id = :mentor AND " + TO_ANSWER + " ORDER BY deadline, id LIMIT " + size)
            .param("mentor", Columns.param(mentor.id().value()))
            .param("now", Columns.param(now))
            .query(BookingPages::row)
            .list(), mentor, now);
    }

    /** Sessions for which the other one proposes another time, the next one first; at most {@code size}. */
    public List<BookingCard> proposals(SignedIn viewer, int size, Instant now) {
        return cards(jdbc
            .sql(CARD + "mentor_id = :viewer AND proposal_by = 'MENTEE' AND " + PROPOSED + " UNION ALL " + CARD
                    + "mentee_id = :viewer AND proposal_by = 'MENTOR' AND " + PROPOSED + " ORDER BY start_at, id LIMIT "
                    + size)
            .param("viewer", Columns.param(viewer.id().value()))
            .param("now", Columns.param(now))
            .query(BookingPages::row)
            .list(), viewer, now);
    }

    public int countToAnswer(SignedIn mentor, Instant now) {
        return jdbc.sql("SELECT COUNT(*) FROM booking WHERE mentor_id = :mentor AND " + TO_ANSWER)
            .param("mentor", Columns.param(mentor.id().value()))
            .param("now", Columns.param(now))
            .query(Integer.class)
            .single();
    }

    private List<BookingPage.Step> timeline(BookingId id, Map<AccountId, Person> both, String currency) {
        record Line(Instant at, String act, AccountId actor, String note, Instant start, Amount refund) {}
        var lines = jdbc
            .sql("""
                    SELECT at, act, actor_id, note, start_at, refund_minor FROM timeline_entry WHERE booking_id = ? ORDER BY at, id""")
            .param(Columns.param(id.value()))
            .query((row, _) -> {
                var actor = Columns.uuid(row, "actor_id");
                return new Line(Columns.instant(row, "at"), row.getString("act"),
                        actor == null ? null : new AccountId(actor), row.getString("note"),
                        Columns.instant(row, "start_at"),
                        row.getObject("refund_minor") == null
                                ? null
                                : new Amount(row.getLong("refund_minor"), currency));
            })
            .list();
        var written = lines.stream()
            .map(line -> new BookingPage.Step(line.at(), act(line.act(), line.refund()),
                    line.actor() == null || !both.containsKey(line.actor()) ? null : both.get(line.actor()).name(),
                    line.note(), line.start(), line.refund()));
        return Stream.concat(written, others.orderedStream().flatMap(source -> source.of(id).stream()))
            .sorted(Comparator.comparing(BookingPage.Step::at))
            .toList();
    }

    private static String act(String act, Amount refund) {
        var slug = act.toLowerCase(Locale.ROOT).replace('_', '-');
        if (!slug.equals("ruled")) {
            return slug;
        }
        return refund == null ? "ruled-free" : refund.isFree() ? "ruled-none" : "ruled-back";
    }

    private static BookingPage.Role role(Booking booking, SignedIn viewer) {
        return booking.isMentor(viewer.id())
                ? BookingPage.Role.MENTOR
                : booking.isMentee(viewer.id()) ? BookingPage.Role.MENTEE : BookingPage.Role.ADMIN;
    }

    private List<BookingCard> cards(List<Row> rows, SignedIn viewer, Instant now) {
        var others = new HashSet<AccountId>();
        rows.forEach(row -> others.add(row.other(viewer.id())));
        return cards(rows, people.all(others), viewer, now);
    }

    static List<BookingCard> cards(List<Row> rows, Map<AccountId, Person> persons, SignedIn viewer, Instant now) {
        var cards = new ArrayList<BookingCard>(rows.size());
        for (var row : rows) {
            cards.add(new BookingCard(row.id(), row.title(), row.topic(), persons.get(row.other(viewer.id())),
                    row.mentor().equals(viewer.id()), row.time(), row.zone(),
                    Booking.statusAt(row.status(), row.deadline(), row.time(), row.settles(), now), row.until(now),
                    row.accepted(), row.price(), row.moved(), row.open(now) ? row.proposed() : null, FormToken.next(),
                    new Cursor(row.time().start(), row.id()).toString()));
        }
        return cards;
    }

    static Row row(ResultSet row, int number) throws SQLException {
        return new Row(new BookingId(Columns.uuid(row, "id")), new AccountId(Columns.uuid(row, "mentor_id")),
                new AccountId(Columns.uuid(row, "mentee_id")), row.getString("offer_title"), row.getString("topic"),
                new TimeSpan(Columns.instant(row, "start_at"), Columns.instant(row, "end_at")),
                ZoneId.of(row.getString("agreed_zone")), BookingStatus.valueOf(row.getString("status")),
                Columns.instant(row, "deadline"), row.getTimestamp("accepted_at") != null,
                new Amount(row.getLong("price_minor"), row.getString("price_currency")), row.getInt("moves") > 0,
                complaint(row), Columns.instant(row, "proposal_until"),
                row.getTimestamp("proposal_start") == null
                        ? null
                        : new TimeSpan(Columns.instant(row, "proposal_start"), Columns.instant(row, "proposal_end")));
    }

    /** Without its words; null where there is none. */
    static Complaint complaint(ResultSet row) throws SQLException {
        var by = row.getString("complaint_by");
        return by == null
                ? null
                : new Complaint(Party.valueOf(by), null, null, Columns.instant(row, "complaint_until"), null,
                        Columns.instant(row, "complaint_answered_at"));
    }

    record Row(BookingId id, AccountId mentor, AccountId mentee, String title, String topic, TimeSpan time, ZoneId zone,
            BookingStatus status, Instant deadline, boolean accepted, Amount price, boolean moved, Complaint complaint,
            Instant proposalUntil, TimeSpan proposed) {

        /** Whether another time is proposed and can still be answered. */
        boolean open(Instant now) {
            return proposalUntil != null && proposalUntil.isAfter(now);
        }

        Instant settles() {
            return complaint == null ? null : complaint.settles();
        }

        Instant until(Instant now) {
            if (complaint != null) {
                return complaint.until();
            }
            if (open(now)) {
                return proposalUntil;
            }
            var is = Booking.statusAt(status, deadline, time, null, now);
            return is == BookingStatus.PENDING_COMPLETION ? time.end().plus(BookingStatus.SILENCE) : deadline;
        }

        AccountId other(AccountId viewer) {
            return mentor.equals(viewer) ? mentee : mentor;
        }
    }
}
