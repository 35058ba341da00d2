package com.mentormatch.account;

/** What the layout shows about the signed-in person that only higher modules know; they implement it. */
public interface Badges {

    /** Whether that account has a mentor profile. */
    boolean mentor(AccountId account);
}
