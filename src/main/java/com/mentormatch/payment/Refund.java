package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Ids;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One amount of a payment that goes back. It exists before Stripe is asked and its id is the idempotency key, so asking
 * again has one effect; after a definite no, at once or days later, the next try has a key of its own. It changes only
 * under the lock of its payment.
 */
@Entity
class Refund {

    enum Status {
        /** To be asked for, again where Stripe said no. */
        OWED,
        /** Stripe has taken it on. */
        UNDER_WAY,
        DONE,
        /** Nothing of it is left to be asked for: a bank took it, or somebody made it at Stripe by hand. */
        DROPPED
    }

    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "payment_id"))
    private PaymentId payment;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "booking_id"))
    private BookingId booking;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "currency"))
    private Amount amount;

    @Enumerated(EnumType.STRING)
    private RefundReason reason;

    private String cause;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String stripeId;

    @Embedded
    private Tries tries = new Tries();

    private Instant createdAt;
    private Instant changedAt;

    @Version
    private Integer version;

    protected Refund() {}

    Refund(Payment payment, long minor, RefundReason reason, String cause, Instant now) {
        this.id = Ids.next();
        this.payment = payment.id();
        this.booking = payment.booking();
        this.amount = new Amount(minor, payment.amount().currency());
        this.reason = reason;
        this.cause = cause;
        this.status = Status.OWED;
        this.createdAt = now;
        this.changedAt = now;
    }

    void underWay(String stripe, Instant now) {
        moveTo(Status.UNDER_WAY, stripe, now);
    }

    void done(String stripe, Instant now) {
        moveTo(Status.DONE, stripe, now);
    }

    /** Stripe said no for good, or took it on and could not carry it out. */
    void refused(String why, Instant now) {
        tries.refused(why);
        moveTo(Status.OWED, null, now);
    }

    /** So much of it need not be asked for any more. */
    void reduce(long minor, Instant now) {
        if (minor == amount.minor()) {
            moveTo(Status.DROPPED, stripeId, now);
        } else {
            amount = amount.minus(new Amount(minor, amount.currency()));
            changedAt = now;
        }
    }

    private void moveTo(Status next, @Nullable String stripe, Instant now) {
        status = next;
        stripeId = stripe;
        changedAt = now;
    }

    int attempt() {
        return tries.current();
    }

    UUID id() {
        return id;
    }

    PaymentId payment() {
        return payment;
    }

    BookingId booking() {
        return booking;
    }

    Amount amount() {
        return amount;
    }

    Instant createdAt() {
        return createdAt;
    }

    RefundReason reason() {
        return reason;
    }

    Status status() {
        return status;
    }

    @Nullable
    String stripe() {
        return stripeId;
    }
}
