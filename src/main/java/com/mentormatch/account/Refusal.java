package com.mentormatch.account;

import com.mentormatch.shared.Reason;

/** Why the account module says no. */
public enum Refusal implements Reason {

    NAME_MISSING(422),
    NAME_LONG(422),
    EMAIL_MALFORMED(422),
    ZONE_UNKNOWN(422),
    LANGUAGE_UNKNOWN(422),
    /** Under ten characters. */
    PASSWORD_SHORT(422),
    /** Over 72 bytes in UTF-8: the rest would not count. */
    PASSWORD_LONG(422),
    /** Among the first that anybody tries, or the person's own address or name. */
    PASSWORD_COMMON(422),
    PASSWORD_WRONG(422),
    EMAIL_SAME(422),
    EMAIL_NOT_YOURS(422),
    /** The password was right; an admin keeps the person out. */
    ACCOUNT_SUSPENDED(422),
    /** There are sessions, requests or payments somebody else counts on. */
    ACCOUNT_BOUND(409),
    /** Nobody would be left to make another one. */
    LAST_ADMIN(409),
    SIGN_IN_WRONG(422),
    /** The password was right; the address is still to be confirmed. */
    ADDRESS_UNVERIFIED(422),
    /** The same, and the links that went there lately are enough. */
    ADDRESS_UNVERIFIED_STILL(429),
    TOO_MANY_TRIES(429),
    TOO_MANY_MAILS(429),
    PHOTO_MISSING(422),
    PHOTO_TOO_LARGE(422),
    PHOTO_UNREADABLE(422),
    PHOTO_TOO_MANY_PIXELS(422),
    LINK_DEAD(404);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
