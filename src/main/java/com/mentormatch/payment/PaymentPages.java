package com.mentormatch.payment;

import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.shared.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was paid for a booking, for the two people it belongs to. */
@Component
public class PaymentPages {

    /** A refund that is not through by then takes days, not moments. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Payments payments;
    private final Chargebacks chargebacks;
    private final BookingFacts bookings;
    private final People people;
    private final Ledger ledger;

    PaymentPages(Payments payments, Chargebacks chargebacks, BookingFacts bookings, People people, Ledger ledger) {
        this.payments = payments;
        this.chargebacks = chargebacks;
        this.bookings = bookings;
        this.people = people;
        this.ledger = ledger;
    }

    @Transactional(readOnly = true)
    public Optional<PaymentView> of(SignedIn viewer, BookingId id, Instant now) {
        return bookings.visibleTo(viewer, id, now).map(booking -> view(viewer, booking, now));
    }

    private PaymentView view(SignedIn viewer, BookingDetails booking, Instant now) {
        var mine = booking.mentee().equals(viewer.id());
        var other = people.find(mine ? booking.mentor() : booking.mentee()).map(Person::name).orElse("");
        var payment = payments.telling(booking.id());
        var back = payment.map(this::back).orElse(0L);
        var stands = payment
            .map(found -> new AtBank(found.status(), chargebacks.outcomes(List.of(booking.id())).get(booking.id())));
        var until = booking.status() == BookingStatus.AWAITING_PAYMENT ? until(payment, booking, now) : null;
        var status = booking.price().isFree() ? "none" : stands.map(AtBank::badge).orElse(PaymentStatus.PENDING.name());
        return new PaymentView(booking.id(), state(booking, payment, until, back, status), status, booking.price(),
                booking.offerTitle(), other, mine, mine ? payment.map(Payment::card).orElse(null) : null, until,
                payment.map(Payment::changedAt).orElse(now),
                payment.map(found -> new Amount(back, found.amount().currency())).orElse(null),
                payment.map(this::besides).orElse(null), stands.filter(AtBank::won).isPresent(), booking.agreedZone(),
                moving(booking, payment, now));
    }

    private long back(Payment payment) {
        var standing = ledger.of(payment.id());
        return payment.status() == PaymentStatus.CHARGED_BACK ? standing.taken() : standing.givenBack();
    }

    /** A bank's claim may be to a part, before or after another part went back. */
    private @Nullable Amount besides(Payment payment) {
        var minor = payment.status() == PaymentStatus.CHARGED_BACK ? ledger.of(payment.id()).givenBack() : 0;
        return minor > 0 ? new Amount(minor, payment.amount().currency()) : null;
    }

    private static Instant until(Optional<Payment> payment, BookingDetails booking, Instant now) {
        if (booking.accepted()) {
            return booking.deadline();
        }
        if (payment.isEmpty() || !payment.get().checkout().isOpened()) {
            return payment.isEmpty() || payment.get().status() == PaymentStatus.PENDING ? booking.deadline() : null;
        }
        return payment.get().payable(now) ? payment.get().checkout().expiresAt() : null;
    }

    private static String state(BookingDetails booking, Optional<Payment> payment, Instant until, long back,
            String status) {
        if (booking.price().isFree()) {
            return "free";
        }
        if (until != null) {
            return booking.accepted() ? "toPayAgain" : "toPay";
        }
        var waiting = booking.status() == BookingStatus.AWAITING_PAYMENT ? "checking" : "neverPaid";
        return payment.map(found -> switch (found.status()) {
            case PENDING -> waiting;
            case AUTHORIZED -> Ended.is(booking) ? "releasing" : booking.accepted() ? "charging" : "authorised";
            case PAID -> booking.status() == BookingStatus.CANCELLED ? "kept" : "paid";
            case FAILED -> "failed";
            case VOIDED -> found.card() == null ? "neverPaid" : "voided";
            case REFUND_PENDING -> found.late() && booking.cancellation() == null
                    ? "refunding"
                    : back == found.amount().minor() ? "refundAllPending" : "refundPending";
            case PARTIALLY_REFUNDED -> "partiallyRefunded";
            case REFUNDED -> "refunded";
            case CHARGED_BACK -> status.equals("AT_BANK") ? "atBank" : "lostToBank";
        }).orElse(waiting);
    }

    private static boolean moving(BookingDetails booking, Optional<Payment> payment, Instant now) {
        return payment.filter(found -> switch (found.status()) {
            case PENDING -> found.checkout().isOpened() && !found.payable(now)
                    && booking.status() == BookingStatus.AWAITING_PAYMENT;
            case AUTHORIZED -> booking.accepted() || Ended.is(booking);
            case REFUND_PENDING -> Duration.between(found.changedAt(), now).compareTo(SOON) < 0;
            case PAID, FAILED, VOIDED, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK -> false;
        }).isPresent();
    }
}
