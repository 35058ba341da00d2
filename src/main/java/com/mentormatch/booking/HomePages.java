package com.mentormatch.booking;

import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingPages.Row;
import com.mentormatch.booking.BookingPages.Shelf;
import com.mentormatch.shared.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything a home shows of bookings, read at once. */
@Component
public class HomePages {

    /** How long a completed session is news. */
    private static final Duration FRESH = Duration.ofDays(30);

    private static final String UNANSWERED = """
            status IN ('DISPUTED', 'RESOLVED') AND complaint_answered_at IS NULL AND complaint_until > :now""";

    private static final Comparator<Row> BY_START = Comparator.comparing(row -> row.time().start());

    private static final String AS_MENTOR = "mentor_id = :viewer AND ";
    private static final String AS_MENTEE = "mentee_id = :viewer AND ";

    /** The lists of a home. What concerns both sides is looked for on each, so that each is found by its own key. */
    private enum Part {

        DISPUTES("complaint_until", Comparator.comparing(row -> row.complaint().until()),
                AS_MENTOR + "complaint_by = 'MENTEE' AND " + UNANSWERED,
                AS_MENTEE + "complaint_by = 'MENTOR' AND " + UNANSWERED),

        TO_CONFIRM("end_at", Comparator.comparing(row -> row.time().end()), AS_MENTEE + """
                status IN ('CONFIRMED', 'IN_PROGRESS', 'PENDING_COMPLETION')
                AND end_at > :silent AND (status = 'PENDING_COMPLETION' OR end_at <= :over)"""),

        PROPOSALS("start_at", BY_START, AS_MENTOR + "proposal_by = 'MENTEE' AND " + BookingPages.PROPOSED,
                AS_MENTEE + "proposal_by = 'MENTOR' AND " + BookingPages.PROPOSED),

        REQUESTS("deadline", Comparator.comparing(Row::deadline), AS_MENTOR + BookingPages.TO_ANSWER),

        SESSIONS("start_at", BY_START, AS_MENTOR + Shelf.COMING.condition),

        WAITING("start_at", BY_START, AS_MENTEE + Shelf.WAITING.condition),

        COMING("start_at", BY_START, AS_MENTEE + Shelf.COMING.condition),

        COMPLETED("start_at DESC", BY_START.reversed(),
                AS_MENTEE + "start_at > :fresh AND end_at <= :now AND " + BookingPages.COMPLETED);

        private final String first;
        private final Comparator<Row> order;
        private final List<String> conditions;

        Part(String first, Comparator<Row> order, String... conditions) {
            this.first = first;
            this.order = order;
            this.conditions = List.of(conditions);
        }

        Stream<String> selects(int size) {
            return conditions.stream()
                .map(condition -> "(SELECT '" + this + "' AS part, " + BookingPages.CARD_OF + condition + " ORDER BY "
                        + first + ", id LIMIT " + size + ")");
        }
    }

    private final JdbcClient jdbc;
    private final People people;

    HomePages(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Each list of at most {@code size}; two queries, whatever is in them. */
    public HomeBookings of(SignedIn viewer, int size, Instant now) {
        var rows = new EnumMap<Part, List<Row>>(Part.class);
        for (var part : Part.values()) {
            rows.put(part, new ArrayList<>());
        }
        jdbc.sql(Arrays.stream(Part.values())
            .flatMap(part -> part.selects(size))
            .collect(Collectors.joining(" UNION ALL ")))
            .param("viewer", Columns.param(viewer.id().value()))
            .param("now", Columns.param(now))
            .param("silent", Columns.param(now.minus(BookingStatus.SILENCE)))
            .param("over", Columns.param(now.minus(BookingStatus.COMPLETION_GRACE)))
            .param("fresh", Columns.param(now.minus(FRESH)))
            .query(row -> {
                rows.get(Part.valueOf(row.getString("part"))).add(BookingPages.row(row, 0));
            });
        var ids = new HashSet<>(Set.of(viewer.id()));
        rows.values().forEach(part -> part.forEach(row -> ids.add(row.other(viewer.id()))));
        var persons = people.all(ids);
        Function<Part, List<BookingCard>> cards = part -> BookingPages
            .cards(rows.get(part).stream().sorted(part.order).limit(size).toList(), persons, viewer, now);
        return new HomeBookings(persons.get(viewer.id()), cards.apply(Part.DISPUTES), cards.apply(Part.TO_CONFIRM),
                cards.apply(Part.PROPOSALS), cards.apply(Part.REQUESTS), cards.apply(Part.SESSIONS),
                cards.apply(Part.WAITING), cards.apply(Part.COMING), cards.apply(Part.COMPLETED));
    }
}
