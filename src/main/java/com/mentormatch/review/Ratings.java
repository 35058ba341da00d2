package com.mentormatch.review;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.RateMentor;
import com.mentormatch.shared.Columns;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts a mentor's listed reviews and tells what they make together. Both join the transaction of whoever changes a
 * review: {@link #takeTurns} before it, {@link #count} after it. Without the first, two who write at once would each
 * count without the other's.
 */
@Component
class Ratings {

    private final JdbcClient jdbc;
    private final RateMentor rate;

    Ratings(JdbcClient jdbc, RateMentor rate) {
        this.jdbc = jdbc;
        this.rate = rate;
    }

    /** Nobody else changes a review of that mentor before this transaction ends. */
    void takeTurns(AccountId mentor) {
        jdbc.sql("""
                INSERT INTO review_tally (mentor_id, stars1, stars2, stars3, stars4, stars5) VALUES (?, 0, 0, 0, 0, 0)
                ON DUPLICATE KEY UPDATE stars1 = stars1""").param(Columns.param(mentor.value())).update();
    }

    void count(AccountId mentor) {
        var counts = new int[Opinion.MOST];
        jdbc.sql(
                "SELECT stars, COUNT(*) AS many FROM review WHERE mentor_id = ? AND standing = 'LISTED' GROUP BY stars")
            .param(Columns.param(mentor.value()))
            .query(row -> {
                counts[row.getInt("stars") - 1] = row.getInt("many");
            });
        jdbc.sql("""
                UPDATE review_tally SET stars1 = ?, stars2 = ?, stars3 = ?, stars4 = ?, stars5 = ?
                 WHERE mentor_id = ?""")
            .params(counts[0], counts[1], counts[2], counts[3], counts[4], Columns.param(mentor.value()))
            .update();
        var tally = new Tally(counts);
        rate.rate(mentor, tally.total(), tally.stars());
    }

    Optional<Tally> of(AccountId mentor) {
        return jdbc.sql("SELECT stars1, stars2, stars3, stars4, stars5 FROM review_tally WHERE mentor_id = ?")
            .param(Columns.param(mentor.value()))
            .query((row, _) -> new Tally(
                    new int[]{row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)}))
            .optional();
    }
}
