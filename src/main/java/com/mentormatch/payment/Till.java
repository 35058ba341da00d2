package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Amount;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** An amount to give back. @param attempt counts from 1; asking for the same attempt again has one effect */
    record Back(UUID refund, PaymentId payment, BookingId booking, String intent, Amount amount, int attempt) {}

    void refund(Back back);

    /**
     * A mentor's share to move.
     *
     * @param charge      Stripe's id of the charge it comes from
     * @param destination Stripe's id of the mentor's account
     * @param attempt     as in {@link Back}
     */
    record Share(UUID transfer, BookingId booking, Amount amount, String charge, String destination, int attempt) {}

    /** @param minor of the currency Stripe settles in, which need not be the one that was paid */
    record Moved(String id, long minor, String currency) {}

    Moved transfer(Share share);

    /** What to take back of a transfer. @param minor of the currency it was moved in; attempt as in {@link Back} */
    record Taken(UUID reversal, String transfer, long minor, int attempt) {}

    /** @return Stripe's id of the reversal */
    String reverse(Taken taken);

    /** How a transfer stands; empty where Stripe knows none of that id. */
    Optional<Arrived> lookAtTransfer(String id);

    /** @param reversed of what was moved, in all */
    record Arrived(long minor, long reversed) {}

    /** The booking an object of Stripe's is about, for messages that do not say. */
    Optional<BookingId> bookingOf(String object);

    /**
     * What an event is about, for one that came without saying so.
     *
     * @param account of a mentor's in which it happened; null for the platform's own
     */
    Optional<String> objectOf(String event, @Nullable String account);

    /** Every message there was since, whether it arrived or not; of the platform's own account. */
    List<Notice> noticesSince(Instant since);

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
