package com.mentormatch.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works on one message of the inbox. No message is believed and none waits for another: each makes us ask Stripe how
 * things stand now, so they may come in any order, any number of times, and in the words of any version of the API.
 */
@Component
class WorkNotice {

    private static final Logger log = LoggerFactory.getLogger(WorkNotice.class);

    private final StripeEvents inbox;
    private final List<NoticeFamily> families;
    private final Till till;

    WorkNotice(StripeEvents inbox, List<NoticeFamily> families, Till till) {
        this.inbox = inbox;
        this.families = families;
        this.till = till;
    }

    void work(UUID id, Instant now) {
        inbox.waiting(id).ifPresent(notice -> {
            var known = whole(notice).filter(said -> work(said, now)).isPresent();
            if (!known) {
                log.error("Stripe's message {} ({}) is about {}, which is not known here", notice.event(),
                        notice.type(), notice.object());
            }
            inbox.worked(id, known ? StripeEvents.Outcome.SETTLED : StripeEvents.Outcome.PARKED, now);
        });
    }

    /** With what it is about and, where that is the platform's own, the booking behind it. */
    private Optional<Notice> whole(Notice notice) {
        var about = notice.object() != null
                ? Optional.of(notice)
                : till.objectOf(notice.event(), notice.account()).map(notice::about);
        return about.map(said -> said.booking() != null || said.account() != null
                ? said
                : till.bookingOf(said.object()).map(said::of).orElse(said));
    }

    private boolean work(Notice notice, Instant now) {
        var known = false;
        for (var family : families) {
            known |= family.concerns(notice) && family.work(notice, now);
        }
        return known;
    }
}
