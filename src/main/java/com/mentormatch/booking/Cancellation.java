package com.mentormatch.booking;

import com.mentormatch.shared.Amount;

/**
 * How a booking was cancelled.
 *
 * @param reason in the words of whoever did it; null where none were given
 * @param back   what the mentee gets back of what was left of the price
 */
public record Cancellation(Party by, String reason, Amount back) {}
