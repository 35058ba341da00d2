package com.mentormatch.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe said about one Checkout at one moment. Amounts are minor units of what was paid, where nothing else is said.
 *
 * @param intent   Stripe's id of the payment; null until a card was tried
 * @param received charged in all
 * @param charge   Stripe's id of the charge; null until there is one
 * @param fee      what Stripe took for it; null while nothing was charged
 * @param card     "Visa •••• 4242"; null where no card was taken
 */
public record Snapshot(Session session, @Nullable String intent, Money money, long received, @Nullable String charge,
        @Nullable Fee fee, List<Back> refunds, List<Dispute> disputes, @Nullable String card) {

    public enum Session {
        OPEN, COMPLETE, EXPIRED
    }

    public enum Money {
        NONE, AUTHORIZED, CHARGED, CANCELED
    }

    /** @param movement Stripe's id of the balance transaction; the amount is in the currency it settles in */
    public record Fee(String movement, long minor, String currency) {}

    /**
     * One refund.
     *
     * @param refund  ours; null where it was made at Stripe by hand
     * @param attempt which try of ours it was
     */
    public record Back(String id, @Nullable UUID refund, int attempt, long minor, State state) {

        public enum State {
            UNDER_WAY, DONE, FAILED
        }
    }

    /** A bank's claim to the money. @param until when evidence is due, UTC; null where none is */
    public record Dispute(String id, long minor, String reason, State state, @Nullable Instant until,
            List<Movement> movements) {

        public enum State {
            /** The bank only asks; no money moves. */
            INQUIRY,
            OPEN,
            WON,
            LOST,
            /** An inquiry that came to nothing. */
            CLOSED
        }

        /** What the bank has of it, in minor units of what was paid. */
        long taken() {
            return movements.stream().mapToLong(movement -> movement.taken() ? minor : -minor).sum();
        }

        /** What a dispute did to the balance. @param taken whether the bank took the amount, rather than returned it */
        public record Movement(boolean taken, Fee fee) {}
    }
}
