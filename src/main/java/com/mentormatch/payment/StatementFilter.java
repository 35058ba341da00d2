package com.mentormatch.payment;

import com.mentormatch.shared.Currencies;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a statement are wanted. What cannot be read asks for nothing.
 *
 * @param month    UTC; null for all
 * @param currency ISO 4217; null for all
 * @param kind     null for all
 */
public record StatementFilter(@Nullable YearMonth month, @Nullable String currency, StatementLine.@Nullable Kind kind) {

    public static StatementFilter of(@Nullable String month, @Nullable String currency, @Nullable String kind) {
        return new StatementFilter(month(month).orElse(null),
                currency != null && Currencies.supports(currency) ? currency : null,
                Arrays.stream(StatementLine.Kind.values())
                    .filter(known -> known.name().equals(kind))
                    .findFirst()
                    .orElse(null));
    }

    private static Optional<YearMonth> month(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed)
                .filter(text -> text.length() == 7)
                .map(YearMonth::parse)
                .filter(month -> month.getYear() > 2000 && month.getYear() < 2200);
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }

    public boolean any() {
        return month != null || currency != null || kind != null;
    }

    Instant from() {
        return month == null ? Instant.EPOCH : month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant to() {
        return month == null
                ? Instant.parse("9999-01-01T00:00:00Z")
                : month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
