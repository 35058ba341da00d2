package com.mentormatch.payment;

import com.mentormatch.shared.Amount;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mentor earned and got.
 *
 * @param due    earned or to be given back and not yet moved, in each currency; below zero where the mentor owes it
 * @param totals of the last two years, the latest month first
 * @param next   where the next page begins; null at the end
 */
public record StatementPage(StatementFilter filter, List<StatementLine> lines, @Nullable String next, List<Amount> due,
        List<Total> totals) {

    /**
     * @param month    UTC
     * @param sessions that were earned with
     * @param paidOut  what went to the bank
     */
    public record Total(YearMonth month, int sessions, Amount gross, Amount fee, Amount net, Amount paidOut) {}

    public List<YearMonth> months() {
        return totals.stream().map(Total::month).distinct().toList();
    }

    public List<String> currencies() {
        return totals.stream().map(total -> total.net().currency()).distinct().sorted().toList();
    }

    /** Whether there is anything to tell of yet. */
    public boolean empty() {
        return totals.isEmpty() && lines.isEmpty() && !filter.any();
    }
}
