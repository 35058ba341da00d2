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
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mentee's bank takes a payment or a tip back, or asks whether it should. It changes only under the lock of what it is
 * about.
 */
@Entity
class Chargeback {

    enum Status {
        /** Only a question; no money has moved. */
        INQUIRY,
        /** The bank has the money. */
        OPEN,
        /** It gave it back. */
        WON,
        /** It keeps it. */
        LOST,
        /** The question came to nothing. */
        CLOSED;

        boolean over() {
            return this == WON || this == LOST || this == CLOSED;
        }

        /** For messages. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What claims to the same money have come to, one that is open before one that is lost; empty where no bank ever had
     * any of it.
     */
    static Optional<Status> outcome(Collection<Chargeback> claims) {
        return Stream.of(Status.OPEN, Status.LOST, Status.WON)
            .filter(status -> claims.stream().anyMatch(claim -> claim.status == status))
            .findFirst();
    }

    @Id
    private UUID id;
    private String stripeId;
    private String intentId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "payment_id"))
    private PaymentId payment;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "tip_id"))
    private PaymentId tip;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "booking_id"))
    private BookingId booking;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "currency"))
    private Amount amount;

    private String reason;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant answerUntil;
    private Instant openedAt;
    private Instant closedAt;

    @Version
    private Integer version;

    protected Chargeback() {}

    /** @param intent Stripe's id of what was paid */
    Chargeback(Payment payment, String intent, Snapshot.Dispute dispute, Instant now) {
        this(payment.booking(), payment.amount().currency(), intent, dispute, now);
        this.payment = payment.id();
    }

    /** @param intent Stripe's id of what was paid */
    Chargeback(Tip tip, String intent, Snapshot.Dispute dispute, Instant now) {
        this(tip.booking(), tip.amount().currency(), intent, dispute, now);
        this.tip = tip.id();
    }

    private Chargeback(BookingId booking, String currency, String intent, Snapshot.Dispute dispute, Instant now) {
        this.id = Ids.next();
        this.stripeId = dispute.id();
        this.intentId = intent;
        this.booking = booking;
        this.amount = new Amount(dispute.minor(), currency);
        this.reason = dispute.reason();
        this.status = Status.INQUIRY;
        this.openedAt = now;
    }

    /** @return whether it ended by this; what is over stays so, whatever an older answer says */
    boolean learn(Snapshot.Dispute dispute, Instant now) {
        var next = switch (dispute.state()) {
            case INQUIRY -> status;
            case OPEN -> Status.OPEN;
            case WON -> Status.WON;
            case LOST -> Status.LOST;
            case CLOSED -> Status.CLOSED;
        };
        if (status.over()) {
            return false;
        }
        status = next;
        answerUntil = dispute.until();
        closedAt = next.over() ? now : null;
        return next.over();
    }

    UUID id() {
        return id;
    }

    String stripe() {
        return stripeId;
    }

    /** Stripe's id of what was paid and is claimed; null for what was claimed before that was kept. */
    @Nullable
    String intent() {
        return intentId;
    }

    BookingId booking() {
        return booking;
    }

    /** The payment it is about; null where it is about a tip. */
    @Nullable
    PaymentId payment() {
        return payment;
    }

    /** The tip it is about; null where it is about the session. */
    @Nullable
    PaymentId tip() {
        return tip;
    }

    Amount amount() {
        return amount;
    }

    String reason() {
        return reason;
    }

    Status status() {
        return status;
    }

    Instant answerUntil() {
        return answerUntil;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
