package com.mentormatch.booking;

import com.mentormatch.account.People;
import com.mentormatch.availability.Holds;
import com.mentormatch.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What the money does to a booking. Called with what Stripe has said, in any order and any number of times: a second
 * call with the same news changes nothing.
 *
 * <p>Money can arrive after the hold has ended. The booking is then re-seated if both are still here, its time is free
 * for both and has not begun; otherwise the answer is {@link PaymentOutcome.TooLate}, and the money has to go back.
 * Source: product.md, "Booking".
 */
@Component
public class RecordPayment {

    private final Bookings bookings;
    private final People people;
    private final Holds holds;
    private final Deadlines deadlines;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    RecordPayment(Bookings bookings, People people, Holds holds, Deadlines deadlines, Transactions transactions,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.people = people;
        this.holds = holds;
        this.deadlines = deadlines;
        this.transactions = transactions;
        this.events = events;
    }

    /** The card is authorised for a request: the mentor is asked. */
    public PaymentOutcome authorised(BookingId id, Instant now) {
        return transactions.run(() -> received(load(id), now));
    }

    /** The money is captured: of an instant booking at once, of a request after the mentor's yes. */
    public PaymentOutcome paid(BookingId id, Instant now) {
        return transactions.run(() -> {
            var booking = load(id);
            if (!booking.awaitsCapture()) {
                return received(booking, now);
            }
            if (booking.overdue(now)) {
                return tooLate(booking, now);
            }
            booking.recordCapture(Cause.itself(now));
            holds.keepUntil(id.value(), null);
            deadlines.watch(booking);
            events.publishEvent(new BookingEvent.Confirmed(id, now));
            return new PaymentOutcome.Seated();
        });
    }

    /**
     * The mentor had said yes and the card cannot be charged after all: the mentee has 24 hours to pay with another, at
     * most until the start, and the time is kept meanwhile.
     *
     * @return until when; empty where the booking does not wait for that money, or its time has come
     */
    public Optional<Instant> captureFailed(BookingId id, Instant now) {
        return transactions.run(() -> {
            var booking = load(id);
            if (!booking.awaitsCapture()) {
                return Optional.<Instant>empty();
            }
            if (booking.overdue(now)) {
                tooLate(booking, now);
                return Optional.<Instant>empty();
            }
            booking.recordFailedCapture(Cause.itself(now));
            holds.keepUntil(id.value(), booking.deadline());
            deadlines.watch(booking);
            return Optional.of(booking.deadline());
        });
    }

    private PaymentOutcome received(Booking booking, Instant now) {
        return switch (booking.written()) {
            case AWAITING_PAYMENT -> stillPossible(booking, now) ? seat(booking, now, false) : tooLate(booking, now);
            case EXPIRED -> booking.neverPaid() && stillPossible(booking, now)
                    && people.stay(Set.of(booking.mentor(), booking.mentee())) && seatAgain(booking)
                            ? seat(booking, now, true)
                            : new PaymentOutcome.TooLate();
            case DECLINED, WITHDRAWN, CANCELLED -> new PaymentOutcome.TooLate();
            case REQUESTED, CONFIRMED, IN_PROGRESS, PENDING_COMPLETION, COMPLETED, DISPUTED, RESOLVED ->
                new PaymentOutcome.Seated();
        };
    }

    private PaymentOutcome seat(Booking booking, Instant now, boolean again) {
        booking.recordPayment(Cause.itself(now));
        holds.keepUntil(booking.id().value(), booking.deadline());
        deadlines.watch(booking);
        events.publishEvent(booking.deadline() == null
                ? new BookingEvent.Confirmed(booking.id(), now)
                : new BookingEvent.Requested(booking.id(), now));
        return again ? new PaymentOutcome.Reseated() : new PaymentOutcome.Seated();
    }

    private PaymentOutcome tooLate(Booking booking, Instant now) {
        var unpaid = booking.written() == BookingStatus.AWAITING_PAYMENT;
        booking.expire(Cause.itself(now));
        holds.release(booking.id().value());
        events.publishEvent(new BookingEvent.Expired(booking.id(), unpaid, now));
        return new PaymentOutcome.TooLate();
    }

    private boolean seatAgain(Booking booking) {
        var time = booking.time();
        var withBuffer = time.extendedBy(Duration.ofMinutes(booking.terms().bufferMinutes()));
        return holds.take(booking.id().value(),
                List.of(new Holds.Share(booking.mentor(), withBuffer), new Holds.Share(booking.mentee(), time)), null);
    }

    /** A session can be confirmed until it begins, what the mentor is to answer only while they could still do so. */
    private static boolean stillPossible(Booking booking, Instant now) {
        var start = booking.time().start();
        return now.isBefore(booking.asks() ? start.minus(Booking.DECISION_BEFORE_START) : start);
    }

    private Booking load(BookingId id) {
        return bookings.findById(id).orElseThrow(() -> new IllegalArgumentException("No booking " + id));
    }
}
