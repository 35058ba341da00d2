package com.mentormatch.booking;

/** As whom somebody acts on a booking. */
public enum Party {
    MENTEE, MENTOR, ADMIN
}
