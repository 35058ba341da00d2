package com.mentormatch.payment;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Compares every open payment with Stripe now and then, and so repairs whatever a lost message left behind. */
@Component
class Reconcile {

    static final Duration PACE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(Reconcile.class);
    private static final Duration RECENT = Duration.ofMinutes(4);
    private static final Limit AT_ONCE = Limit.of(500);

    private final Payments payments;
    private final SettlePayment settle;

    Reconcile(Payments payments, SettlePayment settle) {
        this.payments = payments;
        this.settle = settle;
    }

    void reconcile(Instant now) {
        for (var booking : payments.unsettled(now.minus(RECENT), AT_ONCE)) {
            try {
                settle.settle(booking, now);
            } catch (Till.Unavailable down) {
                log.warn("Reconciliation stops, Stripe cannot be asked: {}", down.getMessage());
                return;
            } catch (RuntimeException failure) {
                log.error("The payment of booking {} cannot be reconciled", booking, failure);
            }
        }
    }
}
