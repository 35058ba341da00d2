package com.mentormatch.shared;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An amount of money: an integer count of the currency's minor unit and its ISO 4217 code.
 *
 * <p>Exponents are the currency's own: 4500 EUR is €45, 4500 JPY is ¥4,500, 4500 KWD is KWD 4.500. Arithmetic between
 * two currencies is refused with an {@link IllegalArgumentException}.
 */
@Embeddable
public record Amount(long minor, String currency) {

    private static final Pattern TYPED = Pattern.compile("\\d{1,12}(\\.\\d{1,4})?");
    private static final Pattern LETTER_BEFORE_FIGURE = Pattern.compile("(\\p{L})(?=\\d)");

    /** To make one costs ten times as much as to copy one, and only a copy is anybody's own. */
    private static final Map<Style, NumberFormat> STYLES = new ConcurrentHashMap<>();

    private record Style(Locale locale, String currency, int digits) {

        NumberFormat format() {
            var format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(Currency.getInstance(currency));
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
            return format;
        }
    }

    public Amount {
        CurrencyUnit.of(currency);
    }

    public static Amount zero(String currency) {
        return new Amount(0, currency);
    }

    /** Reads what a person typed, "45", "45.5" or "45,50"; empty where it is no amount of that currency. */
    public static Optional<Amount> parse(String decimal, String currency) {
        var typed = decimal.strip().replace(',', '.');
        if (!TYPED.matcher(typed).matches()) {
            return Optional.empty();
        }
        try {
            var money = Money.of(CurrencyUnit.of(currency), new BigDecimal(typed), RoundingMode.UNNECESSARY);
            return Optional.of(new Amount(money.getAmountMinorLong(), currency));
        } catch (ArithmeticException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    public boolean isFree() {
        return minor == 0;
    }

    public Amount plus(Amount other) {
        return new Amount(Math.addExact(minor, same(other)), currency);
    }

    public Amount minus(Amount other) {
        return new Amount(Math.subtractExact(minor, same(other)), currency);
    }

    /** That many hundredths of this amount, rounded half up to the minor unit. */
    public Amount percent(int percent) {
        return new Amount(
                toMoney().multipliedBy(BigDecimal.valueOf(percent, 2), RoundingMode.HALF_UP).getAmountMinorLong(),
                currency);
    }

    public Money toMoney() {
        return Money.ofMinor(CurrencyUnit.of(currency), minor);
    }

    /** As typed into a form: "45.00", "4500", "4.500". */
    public String decimal() {
        return toMoney().getAmount().toPlainString();
    }

    /** As read by a person: the symbol of the locale, and no decimals where they are all zero: "€45", "€45.50", "DKK 300". */
    public String format(Locale locale) {
        var amount = toMoney().getAmount();
        var digits = amount.stripTrailingZeros().scale() <= 0 ? 0 : amount.scale();
        var style = STYLES.computeIfAbsent(new Style(locale, currency, digits), Style::format);
        var written = ((NumberFormat) style.clone()).format(amount);
        // A code of letters stands apart from the figures, a sign does not: "DKK 300", "€45".
        return LETTER_BEFORE_FIGURE.matcher(written).replaceAll("$1\u00a0");
    }

    private long same(Amount other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + currency + " and " + other.currency);
        }
        return other.minor;
    }
}
