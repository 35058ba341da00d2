package com.mentormatch.payment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Stripe what it has told us lately, and takes in what did not arrive: whatever a lost message was about is found
 * within minutes, not at night.
 */
@Component
class FetchNotices {

    static final Duration PACE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(FetchNotices.class);
    /** Stripe makes some events late, and clocks differ. */
    private static final Duration OVERLAP = Duration.ofHours(1);
    /** Stripe keeps them for thirty days. */
    private static final Duration LONGEST = Duration.ofDays(25);

    private final ReceiveNotice receive;
    private final Till till;

    FetchNotices(ReceiveNotice receive, Till till) {
        this.receive = receive;
        this.till = till;
    }

    /** @param last when this was last done; null where it never was */
    void fetch(@Nullable Instant last, Instant now) {
        var since = (last == null ? now : last).minus(OVERLAP);
        var longest = now.minus(LONGEST);
        var missed = till.noticesSince(since.isBefore(longest) ? longest : since)
            .stream()
            .filter(notice -> receive.receive(notice, now))
            .count();
        if (missed > 0) {
            log.warn("{} messages from Stripe had not arrived", missed);
        }
    }
}
