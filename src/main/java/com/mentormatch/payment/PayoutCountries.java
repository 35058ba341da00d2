package com.mentormatch.payment;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where mentors can be paid: the countries in which Stripe opens accounts for others. Source: stripe.com/global. */
public final class PayoutCountries {

    private static final Set<String> CODES = Set.of("AE", "AT", "AU", "BE", "BG", "BR", "CA", "CH", "CY", "CZ", "DE",
            "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HK", "HR", "HU", "IE", "IT", "JP", "LI", "LT", "LU", "LV",
            "MT", "MX", "MY", "NL", "NO", "NZ", "PL", "PT", "RO", "SE", "SG", "SI", "SK", "TH", "US");

    private PayoutCountries() {}

    /** @param code ISO 3166 */
    public static boolean supports(String code) {
        return CODES.contains(code);
    }

    /** Code to name, by name. */
    public static Map<String, String> named(Locale locale) {
        var named = new LinkedHashMap<String, String>();
        CODES.stream()
            .sorted(Comparator.comparing(code -> name(code, locale), Collator.getInstance(locale)))
            .forEach(code -> named.put(code, name(code, locale)));
        return named;
    }

    private static String name(String code, Locale locale) {
        return Locale.of("", code).getDisplayCountry(locale);
    }
}
