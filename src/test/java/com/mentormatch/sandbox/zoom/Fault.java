package com.mentormatch.sandbox.zoom;

/** A way in which Zoom, or the wire to it, can fail. */
public enum Fault {
    /** 401: the token is no longer good. */
    EXPIRED_401,
    /** 404 before anything was done: no such user, no such meeting. */
    UNKNOWN_404,
    /** 429 with Retry-After, before anything was done. */
    RATE_LIMITED_429,
    /** 500 before anything was done. */
    ERROR_500,
    /** No answer at all, nothing done. */
    HANG,
    /** Everything is done, the answer never comes. */
    HANG_AFTER,
    /** Everything is done, then the connection breaks. */
    RESET_AFTER,
    /** Everything is done, half of the answer arrives. */
    CUT_BODY
}
