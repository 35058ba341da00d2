package com.mentormatch.review;

/** Where a review is read. */
public enum Standing {

    /** On the mentor's profile; the only one that counts. */
    LISTED,
    /** By the mentor alone, as its author wanted. */
    PRIVATE,
    /** By the two of them; an admin took it off the profile. */
    HIDDEN,
    /** By the two of them; the session was refunded in full after all. */
    REFUNDED,
    /** Nowhere: its author deleted it, and there is no second one. */
    DELETED
}
