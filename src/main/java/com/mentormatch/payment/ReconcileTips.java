package com.mentormatch.payment;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Asks Stripe after every tip that is not yet paid now and then, should the message about it have been lost. */
@Component
class ReconcileTips {

    private static final Logger log = LoggerFactory.getLogger(ReconcileTips.class);
    private static final Duration RECENT = Duration.ofMinutes(4);
    private static final Limit AT_ONCE = Limit.of(500);

    private final Tips tips;
    private final SettleTip settle;

    ReconcileTips(Tips tips, SettleTip settle) {
        this.tips = tips;
        this.settle = settle;
    }

    void reconcile(Instant now) {
        for (var tip : tips.unsettled(now.minus(RECENT), AT_ONCE)) {
            try {
                settle.settle(tip, now);
            } catch (Till.Unavailable down) {
                log.warn("Tips are looked at later, Stripe cannot be asked: {}", down.getMessage());
                return;
            } catch (RuntimeException failure) {
                log.error("Tip {} cannot be reconciled", tip.id(), failure);
            }
        }
    }
}
