package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.BookingId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money, in minor units of one currency. What does not add up to zero is refused.
 *
 * @param cause   the id of what made it happen; together with the movement it is written once, however often it is heard
 * @param payment whose standing it changes; null for a tip
 */
record LedgerEntry(Movement movement, String cause, BookingId booking, @Nullable PaymentId payment, AccountId mentor,
        String currency, Map<LedgerAccount, Long> lines, Instant at) {

    LedgerEntry {
        var moved = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        lines.forEach((account, minor) -> {
            if (minor != 0) {
                moved.put(account, minor);
            }
        });
        if (moved.isEmpty() || moved.values().stream().reduce(0L, Math::addExact) != 0) {
            throw new IllegalArgumentException(movement + " of " + cause + " does not balance: " + lines);
        }
        lines = Map.copyOf(moved);
    }
}
