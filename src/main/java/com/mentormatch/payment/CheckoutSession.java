package com.mentormatch.payment;

import jakarta.persistence.Embeddable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The page at Stripe on which one amount is paid. When it ends is decided before Stripe is asked to open it. */
@Embeddable
class CheckoutSession {

    /** Stripe wants at least 30 minutes; the rest is for the way there. */
    static final Duration LASTS = Duration.ofMinutes(31);

    private String sessionId;
    private String sessionPage;
    private Instant sessionExpiresAt;

    protected CheckoutSession() {}

    CheckoutSession(Instant now) {
        this.sessionExpiresAt = now.plus(LASTS).truncatedTo(ChronoUnit.SECONDS);
    }

    void opened(Till.Opened opened) {
        if (isOpened() && !sessionId.equals(opened.session())) {
            throw new IllegalStateException("There is the session " + sessionId + " already");
        }
        sessionId = opened.session();
        sessionPage = opened.page().toString();
    }

    boolean isOpened() {
        return sessionId != null;
    }

    /** Whether someone can go there now. */
    boolean usable(Instant now) {
        return isOpened() && !over(now);
    }

    boolean over(Instant now) {
        return !now.isBefore(sessionExpiresAt);
    }

    /** Stripe's. */
    String id() {
        return sessionId;
    }

    URI page() {
        return URI.create(sessionPage);
    }

    Instant expiresAt() {
        return sessionExpiresAt;
    }
}
