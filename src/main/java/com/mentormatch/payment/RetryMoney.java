package com.mentormatch.payment;

import com.mentormatch.account.AdminAct;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What an admin does about money that waits: try it again now, or say that a mismatch is understood. */
@Component
public class RetryMoney {

    private final Refunds refunds;
    private final Transfers transfers;
    private final Reversals reversals;
    private final StripeEvents inbox;
    private final Mismatches mismatches;
    private final RowsOfMoney rows;
    private final BookingFacts bookings;
    private final PaymentTasks tasks;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    RetryMoney(Refunds refunds, Transfers transfers, Reversals reversals, StripeEvents inbox, Mismatches mismatches,
            RowsOfMoney rows, BookingFacts bookings, PaymentTasks tasks, Transactions transactions,
            ApplicationEventPublisher events) {
        this.refunds = refunds;
        this.transfers = transfers;
        this.reversals = reversals;
        this.inbox = inbox;
        this.mismatches = mismatches;
        this.rows = rows;
        this.bookings = bookings;
        this.tasks = tasks;
        this.transactions = transactions;
        this.events = events;
    }

    /** Whether what waits, or what differs, is about a session of this admin's own, about which another one decides. */
    public boolean own(SignedIn admin, UUID id, Instant now) {
        return rows.bookingOf(id)
            .or(() -> mismatches.find(id).map(Mismatches.Mismatch::booking))
            .flatMap(booking -> bookings.of(booking, now))
            .filter(booking -> booking.isOf(admin))
            .isPresent();
    }

    /**
     * @param id     of a refund, a transfer, a reversal or a parked message
     * @param reason in the admin's words, for the audit log
     * @return false where there is nothing of that id
     */
    public boolean retry(SignedIn admin, UUID id, String reason, Instant now) {
        return transactions.run(() -> {
            var kind = kind(id, now);
            if (kind != null) {
                events.publishEvent(new AdminAct(admin.id(), "money-retried", kind, id.toString(), reason, now));
            }
            return kind != null;
        });
    }

    private String kind(UUID id, Instant now) {
        if (refunds.findById(id).isPresent()) {
            tasks.hurry(PaymentTasks.REFUND, id, now);
            return "refund";
        }
        if (transfers.findById(id).isPresent()) {
            tasks.hurry(PaymentTasks.TRANSFER, id, now);
            return "transfer";
        }
        if (reversals.findById(id).isPresent()) {
            tasks.hurry(PaymentTasks.REVERSAL, id, now);
            return "reversal";
        }
        if (inbox.unpark(id)) {
            tasks.hurry(PaymentTasks.NOTICE, id, now);
            return "message";
        }
        return null;
    }

    /** Taken off the list until either side changes. @return false where there is none of that id */
    public boolean understood(SignedIn admin, UUID id, String reason, Instant now) {
        return transactions.run(() -> mismatches.find(id).map(mismatch -> {
            if (mismatches.close(id, true, now)) {
                events.publishEvent(new AdminAct(admin.id(), "mismatch-understood", "booking",
                        mismatch.booking().toString(), reason, now));
            }
            return true;
        }).orElse(false));
    }
}
