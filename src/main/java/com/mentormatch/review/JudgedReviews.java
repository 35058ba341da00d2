package com.mentormatch.review;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.NeedsAdmin;
import com.mentormatch.account.People;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.PlainText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews for admins, the latest first, each page in three queries; and those that wait for one. */
@Component
public class JudgedReviews implements NeedsAdmin {

    private static final int PAGE = 20;

    /** Which ones an admin looks at. What is private is looked at only where it was reported. */
    public enum Shelf {

        REPORTED("r.id IN (SELECT review_id FROM review_report WHERE settled_at IS NULL) AND standing <> 'DELETED'"),
        LISTED("standing = 'LISTED'"),
        HIDDEN("standing = 'HIDDEN'");

        private final String condition;

        Shelf(String condition) {
            this.condition = condition;
        }
    }

    /** @param more where the list goes on, null at its end */
    public record Page(List<JudgedReview> reviews, @Nullable String more) {}

    private record Row(Said said, BookingId booking, AccountId mentor) {}

    private record Reported(UUID review, AccountId by, String reason, Instant at) {}

    private final JdbcClient jdbc;
    private final People people;

    JudgedReviews(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** @param after where an earlier page ended; anything unreadable means the beginning */
    public Page list(Shelf shelf, @Nullable String after) {
        var cursor = Ids.read(after).orElse(null);
        var query = jdbc.sql("SELECT r.* FROM review r WHERE " + shelf.condition
                + (cursor == null ? "" : " AND id < :cursor") + " ORDER BY id DESC LIMIT " + (PAGE + 1));
        var rows = (cursor == null ? query : query.param("cursor", Columns.param(cursor)))
            .query((row, number) -> new Row(ReviewPages.said(row, number),
                    new BookingId(Columns.uuid(row, "booking_id")), new AccountId(Columns.uuid(row, "mentor_id"))))
            .list();
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        return new Page(judged(shown), rows.size() > PAGE ? shown.getLast().said().id().toString() : null);
    }

    private List<JudgedReview> judged(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var reports = reports(rows);
        var known = new HashSet<AccountId>();
        rows.forEach(row -> known.addAll(List.of(row.said().author(), row.mentor())));
        reports.forEach(report -> known.add(report.by()));
        var persons = people.all(known);
        Map<UUID, List<JudgedReview.Report>> byReview = new HashMap<>();
        reports.forEach(report -> byReview.computeIfAbsent(report.review(), _ -> new ArrayList<>())
            .add(new JudgedReview.Report(persons.get(report.by()).name(), report.reason(), report.at())));
        return rows.stream()
            .map(row -> new JudgedReview(row.said(), row.booking(), persons.get(row.said().author()),
                    persons.get(row.mentor()), byReview.getOrDefault(row.said().id().value(), List.of())))
            .toList();
    }

    private List<Reported> reports(List<Row> rows) {
        return jdbc.sql("""
                SELECT review_id, reporter_id, reason, at FROM review_report
                 WHERE review_id IN (:reviews) AND settled_at IS NULL ORDER BY at, reporter_id""")
            .param("reviews", rows.stream().map(row -> Columns.param(row.said().id().value())).toList())
            .query((row, _) -> new Reported(Columns.uuid(row, "review_id"),
                    new AccountId(Columns.uuid(row, "reporter_id")), row.getString("reason"),
                    Columns.instant(row, "at")))
            .list();
    }

    @Override
    public List<Matter> matters(int size, Instant now) {
        return jdbc.sql("""
                SELECT r.id, MIN(p.at) AS since, MIN(p.reason) AS reason
                  FROM review_report p JOIN review r ON r.id = p.review_id AND r.standing <> 'DELETED'
                 WHERE p.settled_at IS NULL GROUP BY r.id ORDER BY since LIMIT\s""" + size)
            .query((row, _) -> new Matter("review-reported", List.of(PlainText.line(row.getString("reason"), 80)),
                    Columns.instant(row, "since"), "/admin/reviews"))
            .list();
    }
}
