package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import java.time.Instant;

/**
 * Money can from now on be moved to a mentor's account at Stripe: what is owed to them goes there. Published in the
 * transaction that writes it down. The instant is UTC.
 */
public record PayoutsEnabled(AccountId mentor, Instant at) {}
