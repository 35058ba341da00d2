package com.mentormatch.payment;

import com.mentormatch.shared.Ids;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a transfer that has to come back, in minor units of what was paid. Changes under its transfer's lock. */
@Entity
@Table(name = "transfer_reversal")
class Reversal {

    enum Status {
        OWED, DONE
    }

    @Id
    private UUID id;
    private UUID transferId;
    private String cause;
    private long amountMinor;
    private long movedMinor;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String stripeId;

    @Embedded
    private Tries tries = new Tries();

    private Instant createdAt;
    private Instant changedAt;

    @Version
    private Integer version;

    protected Reversal() {}

    /** @param cause the refund or chargeback that asks for it */
    Reversal(Transfer transfer, long minor, String cause, Instant now) {
        this.id = Ids.next();
        this.transferId = transfer.id();
        this.cause = cause;
        this.amountMinor = minor;
        this.status = Status.OWED;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** Stripe is asked for so much of what was moved; from then on it is that much. */
    long ask(Transfer transfer, Instant now) {
        if (movedMinor == 0) {
            movedMinor = transfer.partOfMoved(amountMinor);
            transfer.reversed(amountMinor, now);
        }
        return movedMinor;
    }

    void refused(String why, Instant now) {
        tries.refused(why);
        changedAt = now;
    }

    void done(@Nullable String stripe, Instant now) {
        stripeId = stripe;
        status = Status.DONE;
        changedAt = now;
    }

    int attempt() {
        return tries.current();
    }

    UUID id() {
        return id;
    }

    UUID transfer() {
        return transferId;
    }

    long minor() {
        return amountMinor;
    }

    /** Of what was moved, in the currency it was moved in. */
    long movedBack() {
        return status == Status.DONE ? movedMinor : 0;
    }

    Status status() {
        return status;
    }
}
