package com.mentormatch.availability;

import com.mentormatch.shared.Reason;

/** Why a change of dates is not taken. */
public enum DatesRefusal implements Reason {

    TOO_MANY_DATES("too-many-dates", 422, Schedule.MOST_EXCEPTIONS),

    TOO_MANY_TRAVELS("too-many-travels", 422, Schedule.MOST_TRAVELS),

    /** Exactly that is kept already. */
    DATES_TWICE("dates-twice", 422, 0),

    /** It was removed in the meantime. */
    DATES_GONE("dates-gone", 409, 0);

    private final String code;
    private final int status;
    private final int most;

    DatesRefusal(String code, int status, int most) {
        this.code = code;
        this.status = status;
        this.most = most;
    }

    /** How many there can be, an argument of the sentence; 0 where it does not say. */
    public int most() {
        return most;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
