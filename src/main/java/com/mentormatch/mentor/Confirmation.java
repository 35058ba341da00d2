package com.mentormatch.mentor;

/** Who decides: {@code INSTANT} books at once, {@code REQUEST} waits for the mentor's answer. */
public enum Confirmation {
    INSTANT, REQUEST
}
