package com.mentormatch.mentor.web;

import com.mentormatch.shared.Currencies;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person may type as a price: digits with at most three decimals, and nothing a calculator would read. */
final class Prices {

    private static final Pattern PRICE = Pattern.compile("\\d{1,9}([.,]\\d{1,3})?");

    private Prices() {}

    static boolean readable(String typed) {
        return PRICE.matcher(typed).matches();
    }

    /** The currency of the country a reader's locale names, where prices can be in it. */
    static String usualCurrency(Locale locale) {
        var known = locale.getCountry().length() == 2 ? Currency.getInstance(locale) : null;
        return known != null && Currencies.supports(known.getCurrencyCode()) ? known.getCurrencyCode() : "EUR";
    }
}
