package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mentor has earned, on its way to their account at Stripe. Until Stripe is asked it can become less; from then on
 * amount and destination stay what they were asked as, so that asking again is the same question, and what has to come
 * back is a {@link Reversal}.
 */
@Entity
class Transfer {

    enum Status {
        /** Waits to be asked for, perhaps for an account to go to. */
        OWED,
        /** Stripe was asked; the answer is not known yet. */
        ASKED,
        DONE,
        /** Nothing of it is left to be moved. */
        DROPPED
    }

    @Id
    private UUID id;
    private String cause;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "booking_id"))
    private BookingId booking;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "payment_id"))
    private PaymentId payment;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "tip_id"))
    private PaymentId tip;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "mentor_id"))
    private AccountId mentor;

    private String chargeId;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "currency"))
    private Amount amount;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String destination;
    private String stripeId;
    private long movedMinor;
    private String movedCurrency;
    private long reversedMinor;

    @Embedded
    private Tries tries = new Tries();

    private Instant createdAt;
    private Instant changedAt;

    @Version
    private Integer version;

    protected Transfer() {}

    /** What of a payment is the mentor's, once it is earned. */
    Transfer(Payment payment, AccountId mentor, Amount amount, Instant now) {
        this("session " + payment.id(), payment.booking(), mentor, payment.charge(), amount, now);
        this.payment = payment.id();
    }

    /** All of a tip. */
    Transfer(Tip tip, String charge, Instant now) {
        this("tip " + tip.id(), tip.booking(), tip.mentor(), charge, tip.amount(), now);
        this.tip = tip.id();
    }

    /**
     * @param cause  what it was earned by; one transfer each
     * @param charge Stripe's id of the charge the money comes from
     */
    Transfer(String cause, BookingId booking, AccountId mentor, String charge, Amount amount, Instant now) {
        this.id = Ids.next();
        this.cause = cause;
        this.booking = booking;
        this.mentor = mentor;
        this.chargeId = charge;
        this.amount = amount;
        this.status = Status.OWED;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** @return false where Stripe was asked before: then it has to be taken back from there */
    boolean reduce(long minor, Instant now) {
        if (status != Status.OWED) {
            return false;
        }
        amount = new Amount(amount.minor() - minor, amount.currency());
        moveTo(amount.isFree() ? Status.DROPPED : Status.OWED, now);
        return true;
    }

    void asked(String account, Instant now) {
        if (status == Status.OWED) {
            destination = account;
            moveTo(Status.ASKED, now);
        }
    }

    /** Stripe said no for good: the next try is another one, perhaps to another account. */
    void refused(String why, Instant now) {
        tries.refused(why);
        destination = null;
        moveTo(Status.OWED, now);
    }

    /** @return false where that was known */
    boolean done(Till.Moved moved, Instant now) {
        if (status == Status.DONE) {
            return false;
        }
        stripeId = moved.id();
        movedMinor = moved.minor();
        movedCurrency = moved.currency();
        moveTo(Status.DONE, now);
        return true;
    }

    /** So much of what was moved is taken back with that much of the amount, so that in the end it is all of it. */
    long partOfMoved(long minor) {
        var back = BigDecimal.valueOf(movedMinor)
            .multiply(BigDecimal.valueOf(reversedMinor + minor))
            .divide(BigDecimal.valueOf(amount.minor()), 0, RoundingMode.HALF_UP);
        var before = BigDecimal.valueOf(movedMinor)
            .multiply(BigDecimal.valueOf(reversedMinor))
            .divide(BigDecimal.valueOf(amount.minor()), 0, RoundingMode.HALF_UP);
        return back.subtract(before).longValueExact();
    }

    void reversed(long minor, Instant now) {
        reversedMinor += minor;
        changedAt = now;
    }

    private void moveTo(Status next, Instant now) {
        status = next;
        changedAt = now;
    }

    int attempt() {
        return tries.current();
    }

    UUID id() {
        return id;
    }

    BookingId booking() {
        return booking;
    }

    @Nullable
    PaymentId payment() {
        return payment;
    }

    /** The payment or the tip it comes from. */
    PaymentId money() {
        return tip == null ? payment : tip;
    }

    AccountId mentor() {
        return mentor;
    }

    String charge() {
        return chargeId;
    }

    Amount amount() {
        return amount;
    }

    Status status() {
        return status;
    }

    @Nullable
    String destination() {
        return destination;
    }

    @Nullable
    String stripe() {
        return stripeId;
    }

    long reversedMinor() {
        return reversedMinor;
    }

    long movedMinor() {
        return movedMinor;
    }

    boolean finished() {
        return status == Status.DONE || status == Status.DROPPED;
    }
}
