package com.mentormatch.payment;

import com.mentormatch.account.People;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.booking.ExtendHold;
import com.mentormatch.shared.Site;
import com.mentormatch.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a mentee to Stripe's page: to the one already open for this booking, else to a new one. */
@Component
class OpenCheckout implements CheckoutDesk {

    private static final Logger log = LoggerFactory.getLogger(OpenCheckout.class);
    private static final int ATTEMPTS = 5;

    /** After the end of a Checkout and the grace for its last news, ask by ourselves. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(10);

    private final Payments payments;
    private final Till till;
    private final BookingFacts bookings;
    private final ExtendHold hold;
    private final People people;
    private final CheckoutWords words;
    private final PaymentTasks tasks;
    private final Transactions transactions;
    private final Site site;

    OpenCheckout(Payments payments, Till till, BookingFacts bookings, ExtendHold hold, People people,
            CheckoutWords words, PaymentTasks tasks, Transactions transactions, Site site) {
        this.payments = payments;
        this.till = till;
        this.bookings = bookings;
        this.hold = hold;
        this.people = people;
        this.words = words;
        this.tasks = tasks;
        this.transactions = transactions;
        this.site = site;
    }

    @Override
    public CheckoutOutcome open(BookingId id, Instant now) {
        var booking = payable(id, now);
        if (booking.isEmpty()) {
            return new NothingToPay();
        }
        var payment = transactions.run(() -> attempt(booking.get(), now));
        return switch (payment.status()) {
            case PENDING -> payment.checkout().isOpened() ? resume(payment, now) : open(booking.get(), payment, now);
            case AUTHORIZED, PAID, FAILED, VOIDED, REFUND_PENDING, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK ->
                new NothingToPay();
        };
    }

    /** The one there is. Where a card failed after the mentor's yes, as many more as it takes. */
    private Payment attempt(BookingDetails booking, Instant now) {
        var last = payments.latest(booking.id());
        return last.filter(known -> !booking.accepted() || !known.over())
            .orElseGet(() -> payments.save(new Payment(booking, last.map(Payment::attempt).orElse(0) + 1, now)));
    }

    private static CheckoutOutcome resume(Payment payment, Instant now) {
        return payment.payable(now) ? new Redirect(payment.checkout().page()) : new NothingToPay();
    }

    private CheckoutOutcome open(BookingDetails booking, Payment payment, Instant now) {
        try {
            return opened(payment.id(), till.open(checkout(booking, payment)), now);
        } catch (Till.Unavailable down) {
            log.warn("No Checkout for booking {}: {}", booking.id(), down.getMessage());
            return new Unavailable();
        } catch (Till.Refused refused) {
            return next(booking, payment, now).map(fresh -> open(booking, fresh, now)).orElseGet(() -> {
                log.error("Stripe refuses a Checkout for booking {}: {}", booking.id(), refused.getMessage());
                return new Unavailable();
            });
        }
    }

    /** An attempt that was left lying can no longer be opened: too little of its half hour is left. */
    private Optional<Payment> next(BookingDetails booking, Payment stale, Instant now) {
        var fresh = Duration.between(now, stale.checkout().expiresAt())
            .compareTo(CheckoutSession.LASTS.minusSeconds(5)) > 0;
        if (fresh || stale.attempt() >= ATTEMPTS) {
            return Optional.empty();
        }
        return Optional.of(transactions.run(() -> {
            var latest = payments.latest(booking.id()).orElseThrow();
            if (latest.attempt() > stale.attempt()) {
                return latest;
            }
            payments.lock(stale.id()).orElseThrow().abandon(now);
            return payments.save(new Payment(booking, stale.attempt() + 1, now));
        }));
    }

    private CheckoutOutcome opened(PaymentId id, Till.Opened opened, Instant now) {
        return transactions.run(() -> {
            var payment = payments.lock(id).orElseThrow();
            payment.checkout().opened(opened);
            if (!hold.until(payment.booking(), payment.holdUntil(), now)) {
                tasks.release(payment.booking(), now);
                return new NothingToPay();
            }
            tasks.settle(payment.booking(), payment.checkout().expiresAt().plus(LAST_LOOK));
            return new Redirect(payment.checkout().page());
        });
    }

    private Till.Checkout checkout(BookingDetails booking, Payment payment) {
        var mentee = people.find(booking.mentee()).orElseThrow();
        var mentor = people.find(booking.mentor()).orElseThrow();
        return new Till.Checkout(payment.id(), booking.id(), payment.amount(), words.title(booking, mentor, mentee),
                words.detail(booking, payment.onHold(), mentee), mentee.email(), payment.onHold(),
                payment.checkout().expiresAt(), site.at("/bookings/" + booking.id() + "/paid"),
                site.at("/bookings/" + booking.id()));
    }

    private Optional<BookingDetails> payable(BookingId id, Instant now) {
        return bookings.of(id, now)
            .filter(booking -> booking.status() == BookingStatus.AWAITING_PAYMENT && !booking.price().isFree());
    }
}
