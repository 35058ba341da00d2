package com.mentormatch.mentor.web;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import com.mentormatch.shared.FormToken;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.validation.Errors;

/**
 * An offer as typed, all of it text: what cannot be read comes back as it was.
 *
 * @param publish which of the two buttons was pressed
 * @param formToken names this filling-in; only a new offer needs it
 */
record OfferForm(String title, String kind, String minutes, String price, String currency, String confirmation,
        String lateRefundPercent, String publish, String formToken) {

    private static final List<String> KINDS = List.of(OfferKind.ONE_ON_ONE.name(), OfferKind.TRIAL.name());
    private static final List<String> WAYS = Stream.of(Confirmation.values()).map(Confirmation::name).toList();

    OfferForm {
        title = text(title);
        kind = text(kind);
        minutes = text(minutes);
        price = text(price);
        currency = text(currency);
        confirmation = text(confirmation);
        lateRefundPercent = text(lateRefundPercent);
        publish = text(publish);
        formToken = text(formToken);
    }

    static OfferForm fresh(String currency) {
        return new OfferForm("", OfferKind.ONE_ON_ONE.name(), "60", "", currency, Confirmation.REQUEST.name(), "0",
                "true", FormToken.next().toString());
    }

    static OfferForm of(OfferTerms offer) {
        return new OfferForm(offer.title(), offer.kind().name(), String.valueOf(offer.minutes()),
                offer.price().decimal(), offer.price().currency(), offer.confirmation().name(),
                String.valueOf(offer.lateRefundPercent()), String.valueOf(offer.published()), "");
    }

    boolean publishing() {
        return publish.equals("true");
    }

    FormToken token() {
        return FormToken.readOrNext(formToken);
    }

    void check(Errors errors) {
        if (title.length() < 3 || title.length() > 80) {
            errors.rejectValue("title", title.isEmpty() ? "mentor.offer.title.missing" : "mentor.offer.title.length");
        }
        reject(errors, "kind", KINDS.contains(kind), "mentor.offer.kind.missing");
        reject(errors, "minutes", OfferDraft.LENGTHS.stream().anyMatch(length -> minutes.equals(length.toString())),
                "mentor.offer.minutes.wrong");
        reject(errors, "confirmation", WAYS.contains(confirmation), "mentor.offer.confirmation.missing");
        reject(errors, "lateRefundPercent",
                OfferDraft.LATE_REFUNDS.stream().anyMatch(percent -> lateRefundPercent.equals(percent.toString())),
                "mentor.offer.lateRefund.missing");
        if (!Currencies.supports(currency)) {
            errors.rejectValue("currency", "mentor.offer.currency.missing");
        } else if (!Prices.readable(price) || Amount.parse(price, currency).isEmpty()) {
            errors.rejectValue("price", "mentor.offer.price.unreadable." + Currencies.exponent(currency));
        }
    }

    OfferDraft draft() {
        return new OfferDraft(title, OfferKind.valueOf(kind), Integer.parseInt(minutes),
                Amount.parse(price, currency).orElseThrow(), Confirmation.valueOf(confirmation),
                Integer.parseInt(lateRefundPercent), publishing());
    }

    private static void reject(Errors errors, String field, boolean right, String code) {
        if (!right) {
            errors.rejectValue(field, code);
        }
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
