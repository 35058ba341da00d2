package com.mentormatch.payment;

import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import java.util.EnumMap;
import java.util.Map;

/** How a payment stands by what the ledger says, in minor units. Every figure about it is read from here. */
record Standing(Map<Movement, Map<LedgerAccount, Long>> sums) {

    private long of(Movement movement, LedgerAccount account) {
        return sums.getOrDefault(movement, Map.of()).getOrDefault(account, 0L);
    }

    private long balance(LedgerAccount account) {
        return sums.values().stream().mapToLong(lines -> lines.getOrDefault(account, 0L)).sum();
    }

    long charged() {
        return of(Movement.CHARGED, LedgerAccount.STRIPE);
    }

    /** Arrived at the mentee's bank, as far as anybody knows. */
    long refunded() {
        return -of(Movement.REFUNDED, LedgerAccount.STRIPE) - of(Movement.REFUND_FAILED, LedgerAccount.STRIPE);
    }

    /** Decided, and not there yet. */
    long refunding() {
        return -balance(LedgerAccount.REFUNDS);
    }

    /** Gone back or going there. */
    long givenBack() {
        return refunded() + refunding();
    }

    /** Neither gone back nor going: what can still be given back, wherever it is by now. */
    long kept() {
        return loose() + held() + share() + fee();
    }

    /** Given back, or lost to a bank. */
    long gone() {
        return charged() - kept();
    }

    /** Charged, and taken by no booking. */
    long loose() {
        return -balance(LedgerAccount.MENTEE);
    }

    /** Waits for the end of the session. */
    long held() {
        return -balance(LedgerAccount.HELD);
    }

    /** What a bank has taken and may yet return. */
    long disputed() {
        return balance(LedgerAccount.CHARGEBACKS);
    }

    /** What banks have of it, for now or for good. */
    long taken() {
        return of(Movement.DISPUTED, LedgerAccount.CHARGEBACKS);
    }

    long share() {
        return -balance(LedgerAccount.OWED);
    }

    /** The platform's part of it; what it lost to banks beyond that is no part of any payment. */
    private long fee() {
        return of(Movement.LOSS, LedgerAccount.FEE) - balance(LedgerAccount.FEE);
    }

    /** Gone back, going back and lost to banks, where that is more than was ever charged. */
    long twice() {
        return Math.max(0, givenBack() + taken() - charged());
    }

    boolean earned() {
        return sums.containsKey(Movement.EARNED);
    }

    boolean lost() {
        return sums.containsKey(Movement.DISPUTE_LOST) || sums.containsKey(Movement.REFUND_DROPPED)
                || sums.containsKey(Movement.LOSS);
    }

    PaymentStatus status() {
        if (disputed() > 0 || lost()) {
            return PaymentStatus.CHARGED_BACK;
        }
        if (refunding() > 0) {
            return PaymentStatus.REFUND_PENDING;
        }
        return refunded() == 0
                ? PaymentStatus.PAID
                : refunded() < charged() ? PaymentStatus.PARTIALLY_REFUNDED : PaymentStatus.REFUNDED;
    }

    /**
     * The lines by which what is kept becomes so much less: what no session has taken goes first, then what is held, then
     * the mentor's and the platform's parts of what was earned, so that both stay what they would be of the rest.
     */
    Map<LedgerAccount, Long> less(long minor, int feePercent, String currency) {
        if (minor > kept()) {
            throw new IllegalArgumentException("Only " + kept() + " of " + minor + " is left");
        }
        var lines = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        var loose = Math.min(minor, loose());
        var held = Math.min(minor - loose, held());
        lines.put(LedgerAccount.MENTEE, loose);
        lines.put(LedgerAccount.HELD, held);
        var earned = minor - loose - held;
        if (earned > 0) {
            var fee = fee();
            var rest = share() + fee - earned;
            var restFee = Math.min(fee, fee(rest, feePercent, currency));
            lines.put(LedgerAccount.FEE, fee - restFee);
            lines.put(LedgerAccount.OWED, earned - (fee - restFee));
        }
        return lines;
    }

    /** The platform's part, rounded half up to what Stripe can move; the rest is the mentor's. Source: product.md. */
    static long fee(long minor, int percent, String currency) {
        var step = Currencies.exponent(currency) < 3 ? 1 : 10;
        return new Amount(minor / step, currency).percent(percent).minor() * step;
    }
}
