package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;

/**
 * Tells whether a mentor can be paid. Without that they may publish free offers only. Where nobody implements it there
 * is no such rule yet.
 */
public interface PayoutAccounts {

    boolean enabled(AccountId mentor);
}
