package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;

/**
 * Tells whether a mentor can be paid. Without that they may publish free offers only. Asked in the transaction that
 * publishes, the answer holds until its end: whoever learns otherwise meanwhile waits, and then finds what was published.
 */
public interface PayoutAccounts {

    boolean enabled(AccountId mentor);
}
