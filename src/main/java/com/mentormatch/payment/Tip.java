package com.mentormatch.payment;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import com.mentormatch.shared.FormToken;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * What a mentee gives on top, with a Checkout of its own. Like a {@link Payment} it exists before Stripe is asked to open
 * one, and only what Stripe answers makes it paid. It is nobody's but the mentor's from then on: no fee is taken of it,
 * and no refund of the session touches it.
 */
@Entity
class Tip implements Persistable<PaymentId> {

    private static final long LEAST = 100;

    enum Status {
        PENDING, PAID, VOIDED
    }

    @EmbeddedId
    private PaymentId id;

    private UUID formToken;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "booking_id"))
    private BookingId booking;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "mentor_id"))
    private AccountId mentor;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "mentee_id"))
    private AccountId mentee;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "amount_currency"))
    private Amount amount;

    private String message;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Embedded
    private CheckoutSession checkout;

    private Instant createdAt;
    private Instant changedAt;
    private Instant lookedAt;

    @Version
    private Integer version;

    protected Tip() {}

    Tip(BookingDetails booking, Amount amount, @Nullable String message, FormToken token, Instant now) {
        this.id = PaymentId.next();
        this.formToken = token.value();
        this.booking = booking.id();
        this.mentor = booking.mentor();
        this.mentee = booking.mentee();
        this.amount = amount;
        this.message = message;
        this.status = Status.PENDING;
        this.checkout = new CheckoutSession(now);
        this.createdAt = now;
        this.changedAt = now;
        this.lookedAt = now;
    }

    /** A hundred minor units, or what Stripe charges at least where that is more. Source: product.md. */
    static Amount least(String currency) {
        var minimum = Currencies.minimum(currency);
        return minimum.minor() < LEAST ? new Amount(LEAST, currency) : minimum;
    }

    /** @return whether it has become paid just now */
    boolean learn(Snapshot snapshot, Instant now) {
        lookedAt = now;
        if (status != Status.PENDING) {
            return false;
        }
        if (snapshot.money() == Snapshot.Money.CHARGED) {
            moveTo(Status.PAID, now);
            return true;
        }
        if (snapshot.money() == Snapshot.Money.CANCELED || snapshot.session() == Snapshot.Session.EXPIRED) {
            moveTo(Status.VOIDED, now);
        }
        return false;
    }

    /** It was never opened, and by now cannot be. */
    void abandon(Instant now) {
        lookedAt = now;
        moveTo(Status.VOIDED, now);
    }

    private void moveTo(Status next, Instant now) {
        status = next;
        changedAt = now;
    }

    boolean isOpen() {
        return status == Status.PENDING;
    }

    boolean isPaid() {
        return status == Status.PAID;
    }

    boolean payable(Instant now) {
        return isOpen() && checkout.usable(now);
    }

    PaymentId id() {
        return id;
    }

    BookingId booking() {
        return booking;
    }

    AccountId mentor() {
        return mentor;
    }

    AccountId mentee() {
        return mentee;
    }

    Amount amount() {
        return amount;
    }

    @Nullable
    String message() {
        return message;
    }

    CheckoutSession checkout() {
        return checkout;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public PaymentId getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
