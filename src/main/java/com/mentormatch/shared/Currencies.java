package com.mentormatch.shared;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/**
 * The currencies a price may be in and the smallest amount Stripe charges in each, in minor units.
 *
 * <p>Source: Stripe's list of minimum charge amounts. Where Stripe names none, the minimum is what about half a US
 * dollar is worth, because a charge below that is refused at settlement.
 */
public final class Currencies {

    private static final Map<String, Long> MINIMUM = new TreeMap<>(Map.ofEntries(Map.entry("EUR", 50L),
            Map.entry("USD", 50L), Map.entry("GBP", 30L), Map.entry("CHF", 50L), Map.entry("SEK", 300L),
            Map.entry("NOK", 300L), Map.entry("DKK", 250L), Map.entry("PLN", 200L), Map.entry("CZK", 1500L),
            Map.entry("AUD", 50L), Map.entry("NZD", 50L), Map.entry("CAD", 50L), Map.entry("JPY", 50L),
            Map.entry("SGD", 50L), Map.entry("HKD", 400L), Map.entry("INR", 5000L), Map.entry("BRL", 50L),
            Map.entry("MXN", 1000L), Map.entry("ZAR", 1000L), Map.entry("AED", 200L), Map.entry("KWD", 200L)));

    private Currencies() {}

    /** ISO 4217 codes in alphabetical order. */
    public static List<String> all() {
        return List.copyOf(MINIMUM.keySet());
    }

    public static boolean supports(String code) {
        return MINIMUM.containsKey(code);
    }

    public static Amount minimum(String code) {
        return new Amount(MINIMUM.get(code), code);
    }

    /** Stripe charges three-decimal currencies only in steps of ten minor units: KWD 12.500 and 12.510, not 12.505. */
    public static boolean chargeable(Amount amount) {
        return exponent(amount.currency()) < 3 || amount.minor() % 10 == 0;
    }

    /** The smallest amount not below this one that Stripe can move. */
    public static Amount chargeableFrom(Amount amount) {
        return chargeable(amount) ? amount : new Amount(Math.ceilDiv(amount.minor(), 10) * 10, amount.currency());
    }

    /** Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD. */
    public static int exponent(String code) {
        return CurrencyUnit.of(code).getDecimalPlaces();
    }
}
