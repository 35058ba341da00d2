package com.mentormatch.payment.web;

import com.mentormatch.payment.PayoutCountries;
import com.mentormatch.shared.FormToken;
import org.springframework.validation.Errors;

/** @param country ISO 3166, asked for only the first time */
record GetPaidForm(String country, String formToken) {

    GetPaidForm {
        country = country == null ? "" : country.strip();
        formToken = formToken == null ? "" : formToken.strip();
    }

    static GetPaidForm fresh(String country) {
        return new GetPaidForm(PayoutCountries.supports(country) ? country : "", FormToken.next().toString());
    }

    void check(Errors errors) {
        if (!PayoutCountries.supports(country)) {
            errors.rejectValue("country", "payout.country.missing");
        }
    }

    FormToken token() {
        return FormToken.readOrNext(formToken);
    }
}
