package com.mentormatch.payment;

import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Messages that may be about a tip. A tip carries its booking's name as a payment does, so each asks after both. */
@Component
class TipNotices implements NoticeFamily {

    private static final Set<String> FAMILIES = Set.of("checkout.session", "payment_intent", "charge", "transfer");

    private final Tips tips;
    private final SettleTip settle;
    private final Till till;

    TipNotices(Tips tips, SettleTip settle, Till till) {
        this.tips = tips;
        this.settle = settle;
        this.till = till;
    }

    @Override
    public boolean concerns(Notice notice) {
        return notice.account() == null && FAMILIES.stream().anyMatch(family -> notice.type().startsWith(family + "."));
    }

    @Override
    public boolean work(Notice notice, Instant now) {
        var booking = notice.booking() == null ? till.bookingOf(notice.object()).orElse(null) : notice.booking();
        if (booking == null || !tips.existsByBooking(booking)) {
            return false;
        }
        settle.settle(booking, now);
        return true;
    }
}
