package com.mentormatch.booking;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What was agreed when the booking was made, copied from the offer and the settings of that moment; later edits of
 * either never change it. Source: product.md, "Offers".
 *
 * @param bufferMinutes     time the mentor keeps free afterwards
 * @param feePercent        the platform's share of the price
 * @param lateRefundPercent what a mentee gets back on cancelling less than 24 hours ahead
 * @param answerHours       how long the mentor has to answer a request
 */
@Embeddable
record Terms(@Embedded @AttributeOverride(name = "value", column = @Column(name = "offer_id")) OfferId offer,
        @Column(name = "offer_title") String offerTitle, @Enumerated(EnumType.STRING) OfferKind kind,
        @Enumerated(EnumType.STRING) Confirmation confirmation, int bufferMinutes,
        @Embedded @AttributeOverride(name = "minor", column = @Column(name = "price_minor")) @AttributeOverride(name = "currency", column = @Column(name = "price_currency")) Amount price,
        int feePercent, int lateRefundPercent, int answerHours) {

    boolean onRequest() {
        return confirmation == Confirmation.REQUEST;
    }

    /** What a mentee gets back who cancels late; three-decimal currencies are rounded up to what Stripe can move. */
    Amount lateRefund() {
        return Currencies.chargeableFrom(price.percent(lateRefundPercent));
    }

    boolean trial() {
        return kind == OfferKind.TRIAL;
    }
}
