package com.mentormatch.availability;

import com.mentormatch.shared.Reason;

/** Why a change of dates is not taken. */
public enum DatesRefusal implements Reason {

    /** Argument of the sentence: {@link Schedule#MOST_EXCEPTIONS}. */
    TOO_MANY_DATES("too-many-dates", 422),

    /** Argument of the sentence: {@link Schedule#MOST_TRAVELS}. */
    TOO_MANY_TRAVELS("too-many-travels", 422),

    /** Exactly that is kept already. */
    DATES_TWICE("dates-twice", 422),

    /** It was removed in the meantime. */
    DATES_GONE("dates-gone", 409);

    private final String code;
    private final int status;

    DatesRefusal(String code, int status) {
        this.code = code;
        this.status = status;
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
