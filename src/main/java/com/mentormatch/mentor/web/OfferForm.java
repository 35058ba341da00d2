package com.mentormatch.mentor.web;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import com.mentormatch.shared.FormToken;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.validation.Errors;

/**
 * An offer as typed.
 *
 * @param publish which of the two buttons was pressed
 * @param formToken names this filling-in; only a new offer needs it
 */
record OfferForm(
        @NotBlank(message = "{mentor.offer.title.missing}") @Size(min = 3, max = 80, message = "{mentor.offer.title.length}") String title,
        @NotNull(message = "{mentor.offer.kind.missing}") OfferKind kind,
        @NotNull(message = "{mentor.offer.minutes.wrong}") Integer minutes, String price, String currency,
        @NotNull(message = "{mentor.offer.confirmation.missing}") Confirmation confirmation,
        @NotNull(message = "{mentor.offer.lateRefund.missing}") Integer lateRefundPercent, boolean publish,
        FormToken formToken) {

    OfferForm {
        title = title == null ? "" : title.strip();
        price = price == null || price.isBlank() ? "" : price.strip();
        currency = currency == null ? "" : currency;
    }

    static OfferForm fresh(String currency) {
        return new OfferForm("", OfferKind.ONE_ON_ONE, 60, "", currency, Confirmation.REQUEST, 0, true,
                FormToken.next());
    }

    static OfferForm of(OfferTerms offer) {
        return new OfferForm(offer.title(), offer.kind(), offer.minutes(), offer.price().decimal(),
                offer.price().currency(), offer.confirmation(), offer.lateRefundPercent(), offer.published(), null);
    }

    void check(Errors errors) {
        if (kind == OfferKind.GROUP) {
            errors.rejectValue("kind", "mentor.offer.kind.missing");
        }
        if (minutes != null && (minutes < OfferDraft.SHORTEST || minutes > OfferDraft.LONGEST || minutes % 15 != 0)) {
            errors.rejectValue("minutes", "mentor.offer.minutes.wrong");
        }
        if (lateRefundPercent != null && !OfferDraft.LATE_REFUNDS.contains(lateRefundPercent)) {
            errors.rejectValue("lateRefundPercent", "mentor.offer.lateRefund.missing");
        }
        if (!Currencies.supports(currency)) {
            errors.rejectValue("currency", "mentor.offer.currency.missing");
        } else if (!Prices.readable(price) || Amount.parse(price, currency).isEmpty()) {
            errors.rejectValue("price", "mentor.offer.price.unreadable." + Currencies.exponent(currency));
        }
    }

    Amount amount() {
        return Amount.parse(price, currency).orElseThrow();
    }

    OfferDraft draft() {
        return new OfferDraft(title, kind, minutes, amount(), confirmation, lateRefundPercent, publish);
    }
}
