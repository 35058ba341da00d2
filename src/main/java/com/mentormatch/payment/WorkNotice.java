package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works on one message of the inbox: finds the booking it is about and asks Stripe how things stand. */
@Component
class WorkNotice {

    private static final Logger log = LoggerFactory.getLogger(WorkNotice.class);

    private final StripeEvents inbox;
    private final Payments payments;
    private final SettlePayment settle;
    private final Till till;

    WorkNotice(StripeEvents inbox, Payments payments, SettlePayment settle, Till till) {
        this.inbox = inbox;
        this.payments = payments;
        this.settle = settle;
        this.till = till;
    }

    void work(UUID id, Instant now) {
        var notice = inbox.waiting(id).orElse(null);
        if (notice == null) {
            return;
        }
        var booking = Optional.ofNullable(notice.booking())
            .or(() -> till.bookingOf(notice.object()))
            .filter(payments::existsByBooking);
        booking.ifPresent(found -> settle.settle(found, now));
        if (booking.isEmpty()) {
            log.error("Stripe's message {} ({}) is about {}, which is not known here", notice.event(), notice.type(),
                    notice.object());
        }
        inbox.worked(id,
                booking.map(BookingId::value).isPresent() ? StripeEvents.Outcome.SETTLED : StripeEvents.Outcome.PARKED,
                now);
    }
}
