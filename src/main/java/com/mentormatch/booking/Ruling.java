package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Amount;
import java.time.Instant;

/**
 * How a dispute was decided.
 *
 * @param refund   what the mentee gets back of the price, in all; the rest is the mentor's
 * @param reason   in the admin's words; null where nobody contested the mentor's report
 * @param by       the admin; null where nobody contested the mentor's report
 * @param onAppeal whether it is the second one, after which there is none
 */
public record Ruling(Amount refund, String reason, AccountId by, Instant at, boolean onAppeal) {}
