package com.mentormatch.review;

import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody who can read a review thinks that it should not stand there, and says why; admins then look at it. */
@Component
public class ReportReview {

    public static final int REASON_MAX = 500;

    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final Transactions transactions;

    ReportReview(Reviews reviews, JdbcClient jdbc, Transactions transactions) {
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** @param reason 1 to {@value #REASON_MAX} characters, read by admins only */
    public Outcome report(SignedIn viewer, ReviewId id, String reason, FormToken token, Instant now) {
        return transactions.run(() -> {
            var review = reviews.findById(id).filter(found -> readableBy(viewer, found)).orElse(null);
            if (review == null) {
                return new Outcome.Missing();
            }
            if (review.isOf(viewer)) {
                return new Outcome.Refused(Refusal.OWN_REVIEW);
            }
            var earlier = jdbc.sql("SELECT form_token FROM review_report WHERE review_id = ? AND reporter_id = ?")
                .params(Columns.param(id.value()), Columns.param(viewer.id().value()))
                .query((row, _) -> Columns.uuid(row, "form_token"))
                .optional();
            if (earlier.isPresent()) {
                return answer(earlier.get(), token);
            }
            jdbc.sql("""
                    INSERT INTO review_report (review_id, reporter_id, reason, at, form_token)
                    VALUES (?, ?, ?, ?, ?)""")
                .params(Columns.param(id.value()), Columns.param(viewer.id().value()), reason, Columns.param(now),
                        Columns.param(token.value()))
                .update();
            return new Outcome.Done();
        });
    }

    private static Outcome answer(UUID earlier, FormToken token) {
        return earlier.equals(token.value()) ? new Outcome.Done() : new Outcome.Refused(Refusal.REPORTED_TWICE);
    }

    /** What is on a profile by everybody, the rest by the two it is about. */
    static boolean readableBy(SignedIn viewer, Review review) {
        return review.standing() == Standing.LISTED
                || !review.gone() && (review.isAbout(viewer) || review.isOf(viewer));
    }
}
