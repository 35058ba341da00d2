package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the money is: what this module asks of Stripe. Every call goes over the network, so none is made inside a
 * database transaction. Every writing call carries a key made from the payment's id, so that repeating it, after
 * whatever failure, has one effect.
 *
 * <p>{@link Unavailable} means nobody knows whether it happened: try again, the same way. {@link Refused} is a definite
 * no.
 */
public interface Till {

    /**
     * @param title     what is bought, as the payer reads it
     * @param email     of the payer, filled in on the page
     * @param hold      whether the card is only authorised now and charged later
     * @param expiresAt cut to seconds, at least 30 minutes ahead
     */
    record Checkout(PaymentId payment, BookingId booking, Amount amount, String title, String detail, String email,
            boolean hold, Instant expiresAt, URI paid, URI left) {}

    record Opened(String session, URI page) {}

    Opened open(Checkout checkout);

    /** How things stand with this session and its money. */
    Snapshot look(String session);

    void expire(PaymentId payment, String session);

    void capture(PaymentId payment, String intent);

    void cancel(PaymentId payment, String intent);

    /**
     * Gives back a part of what was charged, or all of it.
     *
     * @param attempt counts from 1; asking for the same attempt again has one effect
     */
    void refund(PaymentId payment, String intent, Amount amount, int attempt);

    /** The booking an object of Stripe's is about, for messages that do not say. */
    Optional<BookingId> bookingOf(String object);

    /**
     * What an event is about, for one that came without saying so.
     *
     * @param account of a mentor's in which it happened; null for the platform's own
     */
    Optional<String> objectOf(String event, @Nullable String account);

    /** No answer, or one that says try again. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Stripe will not do it, now or later. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
