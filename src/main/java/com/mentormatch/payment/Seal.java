package com.mentormatch.payment;

import java.time.Instant;
import java.util.Optional;

/** Tells Stripe's messages from everybody else's. */
public interface Seal {

    /** Where a message was handed in; each door has secrets of its own. */
    enum Door {
        /** For what happens in the platform's own account. */
        PLATFORM,
        /** For what happens in the accounts of mentors. */
        CONNECT
    }

    /** @return empty where the signature, its time or the body is not what Stripe would send */
    Optional<Notice> open(Door door, String body, String signature, Instant now);
}
