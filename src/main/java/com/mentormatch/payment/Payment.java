package com.mentormatch.payment;

import static com.mentormatch.payment.PaymentStatus.AUTHORIZED;
import static com.mentormatch.payment.PaymentStatus.FAILED;
import static com.mentormatch.payment.PaymentStatus.PAID;
import static com.mentormatch.payment.PaymentStatus.PARTIALLY_REFUNDED;
import static com.mentormatch.payment.PaymentStatus.PENDING;
import static com.mentormatch.payment.PaymentStatus.REFUNDED;
import static com.mentormatch.payment.PaymentStatus.REFUND_PENDING;
import static com.mentormatch.payment.PaymentStatus.VOIDED;

import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.shared.Amount;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/**
 * One attempt to pay for a booking: one Checkout at Stripe, and what became of its money.
 *
 * <p>Only {@link #learn} moves the status until money is charged, and only from what Stripe answered to a question: a
 * webhook, the page the payer returns to and the regular comparison all end there. Stripe's answers may arrive in any
 * order and any number of times; because no status can go back, an old answer changes nothing and a repeated one changes
 * nothing twice. What becomes of charged money is written to the ledger, and the status is what that adds up to.
 *
 * <p>The attempt exists before Stripe is asked to open it, with everything that will be asked: its id is the idempotency
 * key, its times and amount are the parameters. So a second click, another node, or a try after a time-out asks for the
 * very same thing and gets the very same Checkout. Only when Stripe says that this attempt can no longer be opened is
 * there another one.
 */
@Entity
class Payment implements Persistable<PaymentId> {

    /** A payment made in the last second is still heard of within this time. */
    static final Duration GRACE = Duration.ofMinutes(5);

    /** What an answer of Stripe's changed. */
    enum Learned {
        NOTHING, AUTHORISED, CHARGED, NEVER_PAID, RELEASED, LOST
    }

    @EmbeddedId
    private PaymentId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "booking_id"))
    private BookingId booking;

    private int attempt;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "amount_currency"))
    private Amount amount;

    private boolean onHold;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    private boolean late;

    @Embedded
    private CheckoutSession checkout;

    private String intentId;
    private String chargeId;
    private String card;
    private Instant createdAt;
    private Instant changedAt;
    private Instant lookedAt;

    @Version
    private Integer version;

    protected Payment() {}

    Payment(BookingDetails booking, int attempt, Instant now) {
        this.id = PaymentId.next();
        this.booking = booking.id();
        this.attempt = attempt;
        this.amount = booking.price();
        this.onHold = booking.confirmation() == Confirmation.REQUEST && !booking.accepted();
        this.status = PENDING;
        this.checkout = new CheckoutSession(now);
        this.createdAt = now;
        this.changedAt = now;
        this.lookedAt = now;
    }

    /**
     * Takes in what Stripe answered.
     *
     * @param wanted whether the booking still waits for this money
     */
    Learned learn(Snapshot snapshot, boolean wanted, Instant now) {
        lookedAt = now;
        intentId = snapshot.intent() == null ? intentId : snapshot.intent();
        chargeId = snapshot.charge() == null ? chargeId : snapshot.charge();
        card = snapshot.card() == null ? card : snapshot.card();
        return switch (status) {
            case PENDING -> switch (snapshot.money()) {
                case AUTHORIZED -> moveTo(AUTHORIZED, Learned.AUTHORISED, now);
                case CHARGED -> moveTo(PAID, Learned.CHARGED, now);
                case CANCELED -> moveTo(VOIDED, Learned.NEVER_PAID, now);
                case NONE -> snapshot.session() == Snapshot.Session.EXPIRED
                        ? moveTo(VOIDED, Learned.NEVER_PAID, now)
                        : Learned.NOTHING;
            };
            case AUTHORIZED -> switch (snapshot.money()) {
                case CHARGED -> moveTo(PAID, Learned.CHARGED, now);
                case CANCELED ->
                    wanted && !late ? moveTo(FAILED, Learned.LOST, now) : moveTo(VOIDED, Learned.RELEASED, now);
                case AUTHORIZED, NONE -> Learned.NOTHING;
            };
            case PAID, FAILED, VOIDED, REFUND_PENDING, PARTIALLY_REFUNDED, REFUNDED, CHARGED_BACK -> Learned.NOTHING;
        };
    }

    /** The attempt was never opened, and by now cannot be. */
    Learned abandon(Instant now) {
        return moveTo(VOIDED, Learned.NEVER_PAID, now);
    }

    /** The booking can no longer be had for this money. */
    void cameTooLate() {
        late = true;
    }

    /** What the ledger adds up to. */
    void stand(PaymentStatus derived, Instant now) {
        if (status != derived) {
            moveTo(derived, Learned.NOTHING, now);
        }
    }

    private Learned moveTo(PaymentStatus next, Learned learned, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("A payment cannot go from " + status + " to " + next);
        }
        status = next;
        changedAt = now;
        return learned;
    }

    boolean isOpen() {
        return status.open();
    }

    /** Whether nothing was charged, and nothing will be. */
    boolean over() {
        return status == FAILED || status == VOIDED;
    }

    /** Whether someone can go and pay there now. */
    boolean payable(Instant now) {
        return status == PENDING && checkout.usable(now);
    }

    Instant holdUntil() {
        return checkout.expiresAt().plus(GRACE);
    }

    PaymentId id() {
        return id;
    }

    BookingId booking() {
        return booking;
    }

    int attempt() {
        return attempt;
    }

    Amount amount() {
        return amount;
    }

    boolean onHold() {
        return onHold;
    }

    PaymentStatus status() {
        return status;
    }

    boolean late() {
        return late;
    }

    CheckoutSession checkout() {
        return checkout;
    }

    String intent() {
        return intentId;
    }

    String charge() {
        return chargeId;
    }

    String card() {
        return card;
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
