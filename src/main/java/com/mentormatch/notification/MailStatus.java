package com.mentormatch.notification;

/** {@code WAITING → SENDING → SENT}; back to {@code WAITING} when the server could not take it. */
enum MailStatus {

    /** Written, to be sent. */
    WAITING,
    /** A node has it in hand until {@code claimed_until}. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** Not worth reading any more when its turn came, or not wanted any more. */
    DROPPED,
    /** The mail server will never take it. */
    FAILED
}
