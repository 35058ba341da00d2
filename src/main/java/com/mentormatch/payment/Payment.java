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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.data.domain.Persistable;

/**
 * One attempt to pay for a booking: one Checkout at Stripe, and what became of its money.
 *
 * <p>Only {@link #learn} moves the status, and only from what Stripe answered to a question: a webhook, the page the
 * payer returns to and the regular comparison all end there. Stripe's answers may arrive in any order and any number of
 * times; because no status can go back, an old answer changes nothing and a repeated one changes nothing twice.
 *
 * <p>The attempt exists before Stripe is asked to open it, with everything that will be asked: its id is the idempotency
 * key, its times and amount are the parameters. So a second click, another node, or a try after a time-out asks for the
 * very same thing and gets the very same Checkout. Only when Stripe says that this attempt can no longer be opened is
 * there another one.
 */
@Entity
class Payment implements Persistable<PaymentId> {

    /** Stripe wants at least 30 minutes; the rest is for the way there. */
    static final Duration SESSION_LASTS = Duration.ofMinutes(31);

    /** A payment made in the last second is still heard of within this time. */
    static final Duration GRACE = Duration.ofMinutes(5);

    /** What an answer of Stripe's changed. */
    enum Learned {
        NOTHING, AUTHORISED, CHARGED, NEVER_PAID, RELEASED, LOST, REFUNDED
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
    private long owedMinor;
    private long refundedMinor;
    private long refundInFlightMinor;
    private int refundsRefused;
    private int refundsFailed;
    private String sessionId;
    private String sessionPage;
    private Instant sessionExpiresAt;
    private String intentId;
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
        this.onHold = booking.confirmation() == Confirmation.REQUEST;
        this.status = PENDING;
        this.sessionExpiresAt = now.plus(SESSION_LASTS).truncatedTo(ChronoUnit.SECONDS);
        this.createdAt = now;
        this.changedAt = now;
        this.lookedAt = now;
    }

    void opened(Till.Opened opened) {
        if (sessionId != null && !sessionId.equals(opened.session())) {
            throw new IllegalStateException("Payment " + id + " already has the session " + sessionId);
        }
        sessionId = opened.session();
        sessionPage = opened.page().toString();
    }

    /**
     * Takes in what Stripe answered.
     *
     * @param wanted whether the booking still waits for this money
     */
    Learned learn(Snapshot snapshot, boolean wanted, Instant now) {
        lookedAt = now;
        intentId = snapshot.intent() == null ? intentId : snapshot.intent();
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
            case REFUND_PENDING -> learnOfRefund(snapshot, now);
            case PAID, FAILED, VOIDED, PARTIALLY_REFUNDED, REFUNDED -> Learned.NOTHING;
        };
    }

    private Learned learnOfRefund(Snapshot snapshot, Instant now) {
        refundedMinor = snapshot.refunded();
        refundInFlightMinor = snapshot.refunding();
        refundsFailed = snapshot.failedRefunds();
        if (refundedMinor < owedMinor) {
            return Learned.NOTHING;
        }
        return moveTo(owedMinor == amount.minor() ? REFUNDED : PARTIALLY_REFUNDED, Learned.REFUNDED, now);
    }

    /** The attempt was never opened, and by now cannot be. */
    Learned abandon(Instant now) {
        return moveTo(VOIDED, Learned.NEVER_PAID, now);
    }

    /** The booking can no longer be had for this money. What is charged goes back. */
    void cameTooLate(Instant now) {
        late = true;
        if (status == PAID) {
            giveBack(amount, now);
        }
    }

    /** So much of what was charged goes back; where that is nothing it stays as it is. */
    void giveBack(Amount back, Instant now) {
        if (!back.isFree()) {
            owedMinor = back.minor();
            moveTo(REFUND_PENDING, Learned.NOTHING, now);
        }
    }

    /** What Stripe has still to be asked to give back: not what it has, nor what it is about to. */
    Amount toRefund() {
        return new Amount(Math.max(0, owedMinor - refundedMinor - refundInFlightMinor), amount.currency());
    }

    /** Stripe said no for good: the next try is another one, or it would only hear the same answer again. */
    void refundRefused() {
        refundsRefused++;
    }

    /** Counts from 1; a try whose outcome nobody knows is the same try again. */
    int refundTry() {
        return 1 + refundsRefused + refundsFailed;
    }

    /** What is to go back or has gone back. */
    Amount owed() {
        return new Amount(owedMinor, amount.currency());
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

    boolean hasSession() {
        return sessionId != null;
    }

    /** Whether someone can go and pay there now. */
    boolean payable(Instant now) {
        return status == PENDING && hasSession() && now.isBefore(sessionExpiresAt);
    }

    boolean over(Instant now) {
        return !now.isBefore(sessionExpiresAt);
    }

    Instant holdUntil() {
        return sessionExpiresAt.plus(GRACE);
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

    String session() {
        return sessionId;
    }

    URI page() {
        return URI.create(sessionPage);
    }

    Instant sessionExpiresAt() {
        return sessionExpiresAt;
    }

    String intent() {
        return intentId;
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
