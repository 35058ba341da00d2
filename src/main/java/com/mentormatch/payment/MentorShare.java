package com.mentormatch.payment;

import com.mentormatch.booking.BookingFacts;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of a payment is the mentor's: earned when the session is over, less when money goes back. Called under its lock. */
@Component
class MentorShare {

    private final Ledger ledger;
    private final Transfers transfers;
    private final Reversals reversals;
    private final BookingFacts bookings;
    private final PaymentTasks tasks;

    MentorShare(Ledger ledger, Transfers transfers, Reversals reversals, BookingFacts bookings, PaymentTasks tasks) {
        this.ledger = ledger;
        this.transfers = transfers;
        this.reversals = reversals;
        this.bookings = bookings;
        this.tasks = tasks;
    }

    /** Everything the session still holds is earned: the platform's part is kept, the rest goes to the mentor. */
    void earn(Payment payment, Instant now) {
        var held = ledger.of(payment.id()).held();
        if (held <= 0) {
            return;
        }
        var currency = payment.amount().currency();
        var fee = Standing.fee(held, bookings.feePercent(payment.booking()), currency);
        var share = held - fee;
        write(payment, Movement.EARNED, payment.id().toString(),
                Map.of(LedgerAccount.HELD, held, LedgerAccount.FEE, -fee, LedgerAccount.OWED, -share), now);
        if (share > 0) {
            var mentor = bookings.of(payment.booking(), now).orElseThrow().mentor();
            var transfer = transfers.save(new Transfer(payment, mentor, new Amount(share, currency), now));
            tasks.transfer(transfer.id(), now);
        }
    }

    /** The mentor's share has become less by so much. @param cause the refund or chargeback that made it so */
    void takeBack(PaymentId money, long minor, String cause, Instant now) {
        if (minor == 0) {
            return;
        }
        var transfer = transfers.from(money).flatMap(found -> transfers.lock(found.id())).orElseThrow();
        if (!transfer.reduce(minor, now)) {
            var reversal = reversals.save(new Reversal(transfer, minor, cause, now));
            tasks.reversal(reversal.id(), now);
        }
    }

    /** What waited for the end of a bank's claim. @param money a payment or a tip */
    void goOn(PaymentId money, Instant now) {
        transfers.from(money)
            .filter(transfer -> !transfer.finished())
            .ifPresent(transfer -> tasks.hurry(PaymentTasks.TRANSFER, transfer.id(), now));
    }

    /** A bank has more than was left of the payment: the platform bears it. @param minor below zero where it need not */
    void bear(Payment payment, long minor, String cause, Instant now) {
        write(payment, Movement.LOSS, cause, Map.of(LedgerAccount.FEE, minor, LedgerAccount.CHARGEBACKS, -minor), now);
    }

    /** What Stripe took for its work is the platform's to pay. */
    void fee(Payment payment, Snapshot.@Nullable Fee fee, Instant now) {
        if (fee != null && fee.minor() != 0) {
            var mentor = bookings.of(payment.booking(), now).orElseThrow().mentor();
            ledger.write(new LedgerEntry(Movement.FEE_TAKEN, fee.movement(), payment.booking(), payment.id(), mentor,
                    fee.currency(), Map.of(LedgerAccount.STRIPE, -fee.minor(), LedgerAccount.STRIPE_FEES, fee.minor()),
                    now));
        }
    }

    void write(Payment payment, Movement movement, String cause, Map<LedgerAccount, Long> lines, Instant now) {
        var mentor = bookings.of(payment.booking(), now).orElseThrow().mentor();
        ledger.write(new LedgerEntry(movement, cause, payment.booking(), payment.id(), mentor,
                payment.amount().currency(), lines, now));
    }
}
