package com.mentormatch.account;

import java.time.Instant;

/** What somebody still owes others, or others owe them, which only higher modules know; they implement it. */
public interface Commitments {

    /** Whether the account cannot go yet. */
    boolean bind(AccountId account, Instant now);

    /** Whether these two have something with one another that is not over. */
    boolean between(AccountId one, AccountId other, Instant now);
}
