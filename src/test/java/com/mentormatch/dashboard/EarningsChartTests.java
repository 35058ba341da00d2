package com.mentormatch.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.payment.StatementPage.Total;
import com.mentormatch.shared.Amount;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarningsChartTests {

    private static final YearMonth LAST = YearMonth.of(2027, 2);

    @Test
    void aBarAMonthAsHighAsItsShareOfTheBest() {
        var chart = EarningsChart.of(List.of(total("2027-02", 5000, "EUR"), total("2026-12", 10_000, "EUR"),
                total("2026-11", 1, "EUR"), total("2026-10", -700, "EUR")), LAST)
            .getFirst();
        assertThat(chart.bars()).hasSize(12);
        assertThat(chart.bars().getFirst().month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(chart.bars()).extracting(EarningsChart.Bar::height)
            .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 2, 120, 0, 60);
        assertThat(chart.bars()).allSatisfy(bar -> assertThat(bar.y() + bar.height()).isEqualTo(120));
        assertThat(chart.sum()).isEqualTo(new Amount(14_301, "EUR"));
    }

    @Test
    void oneForEachCurrencyAndNoneWhereNothingWasEarned() {
        assertThat(EarningsChart.of(List.of(total("2027-02", 0, "CHF")), LAST)).isEmpty();
        assertThat(EarningsChart.of(List.of(total("2027-01", 300, "JPY"), total("2027-02", 4500, "EUR")), LAST))
            .extracting(EarningsChart::currency)
            .containsExactly("JPY", "EUR");
    }

    private static Total total(String month, long net, String currency) {
        var amount = new Amount(net, currency);
        return new Total(YearMonth.parse(month), 1, amount, Amount.zero(currency), amount, Amount.zero(currency));
    }
}
