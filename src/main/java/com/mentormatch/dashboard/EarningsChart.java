package com.mentormatch.dashboard;

import com.mentormatch.payment.StatementPage.Total;
import com.mentormatch.shared.Amount;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a mentor earned month by month in one currency, as bars of a drawing 480 wide and 120 high.
 *
 * @param sum of all months shown
 */
public record EarningsChart(String currency, Amount sum, List<Bar> bars) {

    static final int MONTHS = 12;

    private static final int HEIGHT = 120;
    private static final int STEP = 40;
    private static final int SMALLEST = 2;

    /** @param height 0 where nothing was earned */
    public record Bar(YearMonth month, Amount amount, int x, int y, int height) {}

    /** One for each currency in which anything was earned, the months up to this one. */
    static List<EarningsChart> of(List<Total> totals, YearMonth last) {
        var byCurrency = new LinkedHashMap<String, List<Total>>();
        totals.stream()
            .filter(total -> !total.net().isFree())
            .forEach(total -> byCurrency.computeIfAbsent(total.net().currency(), _ -> new ArrayList<>()).add(total));
        return byCurrency.entrySet().stream().map(each -> of(each.getKey(), each.getValue(), last)).toList();
    }

    private static EarningsChart of(String currency, List<Total> totals, YearMonth last) {
        var most = totals.stream().mapToLong(total -> total.net().minor()).max().orElse(0);
        var bars = new ArrayList<Bar>();
        var sum = Amount.zero(currency);
        for (var at = 0; at < MONTHS; at++) {
            var month = last.minusMonths(MONTHS - 1L - at);
            var amount = totals.stream()
                .filter(total -> total.month().equals(month))
                .map(Total::net)
                .findFirst()
                .orElse(Amount.zero(currency));
            var height = amount.minor() <= 0
                    ? 0
                    : Math.max(SMALLEST, (int) Math.round((double) HEIGHT * amount.minor() / most));
            bars.add(new Bar(month, amount, STEP * at + STEP / 4, HEIGHT - height, height));
            sum = sum.plus(amount);
        }
        return new EarningsChart(currency, sum, bars);
    }
}
