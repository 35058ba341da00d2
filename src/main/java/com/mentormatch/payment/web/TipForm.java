package com.mentormatch.payment.web;

import com.mentormatch.payment.LeaveTip;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import com.mentormatch.shared.FormToken;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.Errors;

/** A tip as typed. The currency is the session's and never comes from here. */
record TipForm(String amount, String message, String formToken) {

    TipForm {
        amount = amount == null ? "" : amount.strip();
        message = message == null ? "" : message.strip();
        formToken = formToken == null ? "" : formToken.strip();
    }

    static TipForm fresh() {
        return new TipForm("", "", FormToken.next().toString());
    }

    /** The same words under another token: the last try came to nothing. */
    TipForm again() {
        return new TipForm(amount, message, FormToken.next().toString());
    }

    void check(Errors errors, Amount least) {
        var read = Amount.parse(amount, least.currency());
        if (read.isEmpty()) {
            errors.rejectValue("amount", "tip.amount.unreadable." + Currencies.exponent(least.currency()));
        } else if (read.get().minor() < least.minor()) {
            errors.rejectValue("amount", "tip.amount.small",
                    new Object[]{least.format(LocaleContextHolder.getLocale())}, null);
        } else if (read.get().minor() > LeaveTip.MOST) {
            errors.rejectValue("amount", "tip.amount.large");
        } else if (!Currencies.chargeable(read.get())) {
            errors.rejectValue("amount", "tip.amount.step");
        }
        if (message.length() > LeaveTip.MESSAGE_MAX) {
            errors.rejectValue("message", "tip.message.long");
        }
    }

    Amount amount(String currency) {
        return Amount.parse(amount, currency).orElseThrow();
    }

    FormToken token() {
        return FormToken.readOrNext(formToken);
    }
}
