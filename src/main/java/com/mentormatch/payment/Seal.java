package com.mentormatch.payment;

import java.time.Instant;
import java.util.Optional;

/** Tells Stripe's messages from everybody else's. */
public interface Seal {

    /** @return empty where the signature, its time or the body is not what Stripe would send */
    Optional<Notice> open(String body, String signature, Instant now);
}
