package com.mentormatch.sandbox.stripe;

/** A way in which Stripe, or the wire to it, can fail. */
public enum Fault {
    /** 500 before anything was done. */
    ERROR_500,
    /** 503 before anything was done. */
    UNAVAILABLE_503,
    /** 429 before anything was done. */
    RATE_LIMITED_429,
    /** No answer at all, nothing done. */
    HANG,
    /** Everything is done, the answer never comes. */
    HANG_AFTER,
    /** The connection breaks before anything was done. */
    RESET_BEFORE,
    /** Everything is done, then the connection breaks. */
    RESET_AFTER,
    /** Everything is done, half of the answer arrives. */
    CUT_BODY
}
