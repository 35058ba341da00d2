package com.mentormatch.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Messages about the money of a booking, which all mean the same: ask. */
@Component
class BookingNotices implements NoticeFamily {

    private static final Set<String> FAMILIES = Set.of("checkout.session", "payment_intent", "charge", "refund",
            "transfer");

    private final Payments payments;
    private final SettlePayment settle;
    private final Till till;

    BookingNotices(Payments payments, SettlePayment settle, Till till) {
        this.payments = payments;
        this.settle = settle;
        this.till = till;
    }

    /** Charges in an account of a mentor's are none of this product's. */
    @Override
    public boolean concerns(Notice notice) {
        return notice.account() == null && FAMILIES.stream().anyMatch(family -> notice.type().startsWith(family + "."));
    }

    @Override
    public boolean work(Notice notice, Instant now) {
        var booking = Optional.ofNullable(notice.booking())
            .or(() -> till.bookingOf(notice.object()))
            .filter(payments::existsByBooking);
        booking.ifPresent(found -> settle.settle(found, now));
        return booking.isPresent();
    }
}
