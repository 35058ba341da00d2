package com.mentormatch.payment;

import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.PaymentOutcome;
import com.mentormatch.booking.PaymentOutcome.TooLate;
import com.mentormatch.booking.RecordPayment;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one path by which the product comes to believe anything about money: ask Stripe, write down what is new, tell the
 * booking, all three in that order.
 *
 * <p>Everything that might mean news ends here and only here: a webhook, the payer coming back, the end of a Checkout,
 * the regular comparison, and every act of our own on the money. None of them carries the news itself, so it does not
 * matter which of them is lost, late, repeated or forged.
 *
 * <p>Stripe is asked outside any transaction. What it said is written in one, together with what it does to the booking
 * and with the tasks that follow from it. Two who ask at once are put in a row by the payment's lock, and the second
 * finds nothing new.
 */
@Component
public class SettlePayment {

    private final Payments payments;
    private final Till till;
    private final BookingFacts bookings;
    private final RecordPayment booking;
    private final LearnMoney money;
    private final CompareMoney compare;
    private final OweRefund refund;
    private final Refunds refunds;
    private final PaymentTasks tasks;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    SettlePayment(Payments payments, Till till, BookingFacts bookings, RecordPayment booking, LearnMoney money,
            CompareMoney compare, OweRefund refund, Refunds refunds, PaymentTasks tasks, Transactions transactions,
            ApplicationEventPublisher events) {
        this.payments = payments;
        this.till = till;
        this.bookings = bookings;
        this.booking = booking;
        this.money = money;
        this.compare = compare;
        this.refund = refund;
        this.refunds = refunds;
        this.tasks = tasks;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Brings a booking's money up to date with Stripe.
     *
     * @throws Till.Unavailable where Stripe cannot be asked now; nothing has changed
     */
    public void settle(BookingId id, Instant now) {
        for (var payment : payments.findByBookingOrderByAttempt(id)) {
            if (payment.isOpen() || payment.status().charged()) {
                settle(payment, now);
            }
        }
    }

    void settle(Payment payment, Instant now) {
        if (payment.checkout().isOpened()) {
            record(payment.id(), till.look(payment.checkout().id()), now);
        } else if (payment.checkout().over(now)) {
            transactions.run(() -> payments.lock(payment.id())
                .filter(Payment::isOpen)
                .filter(open -> !open.checkout().isOpened())
                .ifPresent(open -> open.abandon(now)));
        }
    }

    /** The mentor has said yes to a request whose authorisation had lapsed by then. */
    void failed(BookingId id, Instant now) {
        transactions.run(() -> payments.latest(id)
            .filter(Payment::over)
            .map(payment -> failed(payment, now))
            .ifPresent(events::publishEvent));
    }

    private void record(PaymentId id, Snapshot snapshot, Instant now) {
        transactions.run(() -> {
            var payment = payments.lock(id).orElseThrow();
            var learned = payment.learn(snapshot, !Ended.is(details(payment, now)), now);
            var event = switch (learned) {
                case AUTHORISED -> goesBack(payment, booking.authorised(payment.booking(), now), now)
                        ? null
                        : new PaymentEvent.Authorised(payment.booking(), id, payment.amount(), payment.card(), now);
                case CHARGED -> {
                    money.charged(payment, snapshot, now);
                    yield goesBack(payment, booking.paid(payment.booking(), now), now) ? null : held(payment, now);
                }
                case RELEASED -> new PaymentEvent.Voided(payment.booking(), id, payment.amount(), payment.late(), now);
                case LOST -> failed(payment, now);
                case NEVER_PAID, NOTHING -> null;
            };
            if (event != null) {
                events.publishEvent(event);
            }
            if (payment.status().charged()) {
                money.learn(payment, snapshot, now);
            }
            compare.compare(payment, snapshot, now);
            followUp(payment, now);
        });
    }

    /** Asked after the booking: who seated it in the meantime has committed that. */
    private boolean second(Payment payment) {
        return payments.findByBookingOrderByAttempt(payment.booking())
            .stream()
            .anyMatch(other -> !other.id().equals(payment.id()) && !other.late()
                    && (other.status() == PaymentStatus.AUTHORIZED || other.status().charged()));
    }

    private @Nullable PaymentEvent failed(Payment payment, Instant now) {
        return booking.captureFailed(payment.booking(), now)
            .map(until -> new PaymentEvent.CaptureFailed(payment.booking(), payment.id(), payment.amount(), until, now))
            .orElse(null);
    }

    private PaymentEvent held(Payment payment, Instant now) {
        money.held(payment, now);
        return new PaymentEvent.Paid(payment.booking(), payment.id(), payment.amount(), payment.card(), now);
    }

    /** Money the booking has no use for: it came too late, or the booking was paid by another Checkout. */
    private boolean goesBack(Payment payment, PaymentOutcome outcome, Instant now) {
        var late = outcome instanceof TooLate;
        if (!late && !second(payment)) {
            return false;
        }
        payment.cameTooLate();
        if (payment.status().charged()) {
            refund.all(payment, late ? RefundReason.LATE : RefundReason.TWICE, "late", now);
        }
        return true;
    }

    /** What has to happen next, should whoever was to ask for it have been lost. */
    private void followUp(Payment payment, Instant now) {
        if (!payment.isOpen()) {
            return;
        }
        var details = details(payment, now);
        if (payment.status() == PaymentStatus.REFUND_PENDING) {
            refunds.owed(payment.id()).forEach(owed -> tasks.refund(owed.id(), now));
        } else if (ReleasePayment.unneeded(payment, details)) {
            tasks.release(payment.booking(), now);
        } else if (payment.status() == PaymentStatus.AUTHORIZED && details.accepted()) {
            tasks.capture(payment.booking(), now);
        }
    }

    private BookingDetails details(Payment payment, Instant now) {
        return bookings.of(payment.booking(), now).orElseThrow();
    }
}
