package com.mentormatch.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class AmountTests {

    @Test
    void respectsTheCurrencysExponent() {
        assertThat(Amount.parse("45", "EUR")).contains(new Amount(4500, "EUR"));
        assertThat(Amount.parse("45,5", "EUR")).contains(new Amount(4550, "EUR"));
        assertThat(Amount.parse("4500", "JPY")).contains(new Amount(4500, "JPY"));
        assertThat(Amount.parse("4.500", "KWD")).contains(new Amount(4500, "KWD"));
    }

    @Test
    void refusesWhatIsNoAmountOfThatCurrency() {
        for (var text : new String[]{"", " ", "abc", "-1", "1.234", "1e9999999", "1e2", "+5", "12345678901234",
                "1,000.00", "∞"}) {
            assertThat(Amount.parse(text, "EUR")).as(text).isEmpty();
        }
        assertThat(Amount.parse("45.5", "JPY")).isEmpty();
        assertThat(Amount.parse("45", "XYZ")).isEmpty();
    }

    @Test
    void readsTheWayPeopleWriteIt() {
        assertThat(new Amount(4500, "EUR").format(Locale.ENGLISH)).isEqualTo("€45");
        assertThat(new Amount(4550, "EUR").format(Locale.ENGLISH)).isEqualTo("€45.50");
        assertThat(new Amount(5000, "JPY").format(Locale.ENGLISH)).isEqualTo("¥5,000");
        assertThat(new Amount(12500, "KWD").format(Locale.ENGLISH)).isEqualTo("KWD\u00a012.500");
        assertThat(new Amount(30000, "DKK").format(Locale.ENGLISH)).isEqualTo("DKK\u00a0300");
    }

    @Test
    void roundsHalfUpAndNeverMixesCurrencies() {
        assertThat(new Amount(105, "EUR").percent(10)).isEqualTo(new Amount(11, "EUR"));
        assertThat(new Amount(104, "EUR").percent(10)).isEqualTo(new Amount(10, "EUR"));
        assertThatThrownBy(() -> new Amount(1, "EUR").plus(new Amount(1, "USD")))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void threeDecimalsAreChargedInStepsOfTen() {
        assertThat(Currencies.chargeable(new Amount(12500, "KWD"))).isTrue();
        assertThat(Currencies.chargeable(new Amount(12505, "KWD"))).isFalse();
        assertThat(Currencies.chargeable(new Amount(4505, "EUR"))).isTrue();
        assertThat(Currencies.chargeable(new Amount(4505, "JPY"))).isTrue();
    }
}
