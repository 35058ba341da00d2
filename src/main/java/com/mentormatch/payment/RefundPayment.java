package com.mentormatch.payment;

import com.mentormatch.account.AdminAct;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Currencies;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An admin gives a mentee money back, a part or all of it, as often as wanted and never more than is left of what was
 * paid. Of what was earned by then the mentor's and the platform's parts go back in proportion.
 */
@Component
public class RefundPayment {

    private final Payments payments;
    private final Chargebacks chargebacks;
    private final Refunds refunds;
    private final OweRefund owe;
    private final Ledger ledger;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    RefundPayment(Payments payments, Chargebacks chargebacks, Refunds refunds, OweRefund owe, Ledger ledger,
            Transactions transactions, ApplicationEventPublisher events) {
        this.payments = payments;
        this.chargebacks = chargebacks;
        this.refunds = refunds;
        this.owe = owe;
        this.ledger = ledger;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * @param amount in the currency that was paid; anything else is an {@link IllegalArgumentException}
     * @param reason in the admin's words, for the audit log
     * @param token  the same form refunds once
     * @return why it was not done; empty where it was, or had been by the same form
     */
    public Optional<PaymentRefusal> refund(SignedIn admin, BookingId booking, Amount amount, String reason,
            FormToken token, Instant now) {
        if (!admin.admin()) {
            throw new IllegalArgumentException("Only admins refund");
        }
        return transactions.run(() -> {
            var payment = payments.seating(booking).flatMap(found -> payments.lock(found.id())).orElse(null);
            if (payment == null) {
                return Optional.of(PaymentRefusal.NOTHING_TO_REFUND);
            }
            var cause = "form " + token;
            if (refunds.findByPaymentAndCause(payment.id(), cause).isPresent()) {
                return Optional.<PaymentRefusal>empty();
            }
            if (chargebacks.open(payment.id())) {
                return Optional.of(PaymentRefusal.DISPUTED_AT_BANK);
            }
            var left = new Amount(ledger.of(payment.id()).kept(), payment.amount().currency());
            if (amount.minor() < 1 || left.minus(amount).minor() < 0 || !Currencies.chargeable(amount)) {
                return Optional.of(PaymentRefusal.TOO_MUCH_TO_REFUND);
            }
            owe.owe(payment, amount.minor(), RefundReason.ADMIN, cause, now);
            events
                .publishEvent(new AdminAct(admin.id(), "payment-refunded", "booking", booking.toString(), reason, now));
            return Optional.<PaymentRefusal>empty();
        });
    }
}
