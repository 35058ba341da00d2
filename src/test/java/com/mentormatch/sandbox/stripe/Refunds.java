package com.mentormatch.sandbox.stripe;

/** How Stripe deals with the refunds it is asked for. */
public enum Refunds {
    /** Carried out at once. */
    PROMPT,
    /** Taken on, and under way until they are ended. */
    SLOW,
    /** Refused for good. */
    REFUSED
}
