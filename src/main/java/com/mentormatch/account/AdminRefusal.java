package com.mentormatch.account;

import com.mentormatch.shared.Reason;

/** Why an admin cannot do that to an account. */
public enum AdminRefusal implements Reason {

    /** Nobody decides about themselves. */
    OWN_ACCOUNT(403),
    /** The two have a booking with one another that is not over. */
    SHARED_BOOKING(403),
    /** An admin loses the role first. */
    SUSPENDS_ADMIN(409),
    /** Nobody would be left to make another one. */
    LAST_ADMIN(409),
    /** Only an address that answered can be an admin's, and nobody who is kept out. */
    NOT_FIT_FOR_ADMIN(409),
    /** The person has deleted it. */
    ACCOUNT_GONE(409);

    private final int status;

    AdminRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
