package com.mentormatch.review;

import com.mentormatch.account.AdminAct;
import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Columns;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An admin takes a review off a profile, puts it back, or finds that what was reported may stand. Each settles the
 * reports there are. Nobody does so about a session of their own.
 */
@Component
public class JudgeReview {

    private final ReviewActs acts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    JudgeReview(ReviewActs acts, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.acts = acts;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @param reason 1 to {@value AdminAct#REASON_MAX} characters; both people of the session read it */
    public Outcome hide(SignedIn admin, ReviewId id, String reason, Instant now) {
        return acts
            .onReview(id,
                    review -> own(admin, review).or(() -> refuse(review.gone(), Refusal.REVIEW_GONE))
                        .or(() -> refuse(review.standing() == Standing.HIDDEN, Refusal.REVIEW_HIDDEN_ALREADY)),
                    review -> {
                        review.hide(reason);
                        settle(id, now);
                        record(admin, "review-hidden", id, reason, now);
                        events.publishEvent(new ReviewEvent.Removed(review.booking(), now));
                    });
    }

    /** @param reason read by admins only */
    public Outcome show(SignedIn admin, ReviewId id, String reason, Instant now) {
        return acts.onReview(id, review -> own(admin, review)
            .or(() -> refuse(review.standing() != Standing.HIDDEN, Refusal.REVIEW_NOT_HIDDEN)), review -> {
                review.show();
                settle(id, now);
                record(admin, "review-shown", id, reason, now);
            });
    }

    /** Leaves it where it is. @param reason read by admins only */
    public Outcome dismiss(SignedIn admin, ReviewId id, String reason, Instant now) {
        return acts.onReview(id, review -> own(admin, review).or(() -> refuse(!reported(id), Refusal.NO_REPORT_OPEN)),
                review -> {
                    settle(id, now);
                    record(admin, "review-reports-dismissed", id, reason, now);
                });
    }

    private static Optional<Refusal> own(SignedIn admin, Review review) {
        return refuse(review.isAbout(admin) || review.isOf(admin), Refusal.OWN_SESSION);
    }

    private static Optional<Refusal> refuse(boolean when, Refusal reason) {
        return when ? Optional.of(reason) : Optional.empty();
    }

    private boolean reported(ReviewId id) {
        return jdbc.sql("SELECT 1 FROM review_report WHERE review_id = ? AND settled_at IS NULL LIMIT 1")
            .param(Columns.param(id.value()))
            .query(Integer.class)
            .optional()
            .isPresent();
    }

    private void settle(ReviewId id, Instant now) {
        jdbc.sql("UPDATE review_report SET settled_at = ? WHERE review_id = ? AND settled_at IS NULL")
            .params(Columns.param(now), Columns.param(id.value()))
            .update();
    }

    private void record(SignedIn admin, String act, ReviewId id, String reason, Instant now) {
        events.publishEvent(new AdminAct(admin.id(), act, "review", id.toString(), reason, now));
    }
}
