package com.mentormatch.payment;

import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Messages about the money of a booking, which all mean the same: ask. A tip carries its booking's name as a payment
 * does, so each asks after both.
 */
@Component
class BookingNotices implements NoticeFamily {

    private static final Set<String> FAMILIES = Set.of("checkout.session", "payment_intent", "charge", "refund",
            "transfer");

    private final Payments payments;
    private final Tips tips;
    private final SettlePayment settlePayment;
    private final SettleTip settleTip;

    BookingNotices(Payments payments, Tips tips, SettlePayment settlePayment, SettleTip settleTip) {
        this.payments = payments;
        this.tips = tips;
        this.settlePayment = settlePayment;
        this.settleTip = settleTip;
    }

    /** Charges in an account of a mentor's are none of this product's. */
    @Override
    public boolean concerns(Notice notice) {
        return notice.account() == null && FAMILIES.stream().anyMatch(family -> notice.type().startsWith(family + "."));
    }

    @Override
    public boolean work(Notice notice, Instant now) {
        var booking = notice.booking();
        if (booking == null) {
            return false;
        }
        settlePayment.settle(booking, now);
        settleTip.settleAll(booking, now);
        return payments.existsByBooking(booking) || tips.existsByBooking(booking);
    }
}
