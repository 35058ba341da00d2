package com.mentormatch.notification;

import static com.mentormatch.notification.MailKind.NEW_REVIEW;

import com.mentormatch.review.ReviewEvent;
import com.mentormatch.review.ReviewEvent.Removed;
import com.mentormatch.review.ReviewEvent.Written;
import com.mentormatch.shared.PlainText;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A mentor is told what a mentee says of a session; not of what is no longer said by the time the mail would leave. */
@Component
class ReviewMails {

    private static final Duration NEWS = Duration.ofDays(7);

    private final Outbox outbox;
    private final BookedSessions sessions;

    ReviewMails(Outbox outbox, BookedSessions sessions) {
        this.outbox = outbox;
        this.sessions = sessions;
    }

    @EventListener
    void tell(ReviewEvent event) {
        switch (event) {
            case Written written -> written(written);
            case Removed removed -> outbox.supersede(removed.booking().value(), List.of(NEW_REVIEW), removed.at());
        }
    }

    private void written(Written event) {
        var side = sessions.of(event.booking(), event.at()).toMentor();
        var opinion = event.opinion();
        var letter = side
            .letter(NEW_REVIEW, "info", side.say("mail.NEW_REVIEW.opening", side.otherName(), opinion.stars()))
            .quote(side.say("mail.wrote", side.otherName()), PlainText.block(opinion.comment(), 1000))
            .action(side.say("mail.NEW_REVIEW.action"), side.page())
            .next(side.say(opinion.privately() ? "mail.NEW_REVIEW.private" : "mail.NEW_REVIEW.listed"))
            .next(side.say("mail.NEW_REVIEW.report"));
        side.session(letter);
        outbox.stage(side.draft(NEW_REVIEW, "", letter, null, event.at().plus(NEWS)), event.at());
    }
}
