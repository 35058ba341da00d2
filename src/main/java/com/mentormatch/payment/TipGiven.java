package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mentor was given a tip, published in the transaction that writes it down. The instant is UTC.
 *
 * @param message the mentee's words; null where there are none
 */
public record TipGiven(BookingId booking, PaymentId tip, Amount amount, @Nullable String message, Instant at) {}
