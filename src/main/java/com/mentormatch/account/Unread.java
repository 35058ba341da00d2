package com.mentormatch.account;

/** What somebody has not read yet, which only a higher module knows; it implements this, and the bell shows it. */
public interface Unread {

    /** At most {@value #MOST}, which stands for as many or more. */
    int count(AccountId account);

    int MOST = 100;
}
