package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The shape every act of a person on a booking has: find it, has it been done, may it be done, do it. */
@Component
class Acts {

    private final Bookings bookings;
    private final Transactions transactions;
    private final FollowClock time;
    private final ApplicationEventPublisher events;

    Acts(Bookings bookings, Transactions transactions, FollowClock time, ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.transactions = transactions;
        this.time = time;
        this.events = events;
    }

    /** What stands in the way shows only while it is done: nothing of it then has happened. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final transient Refusal reason;

        Stopped(Refusal reason) {
            super(reason.code(), null, false, false);
            this.reason = reason;
        }

        Outcome outcome() {
            return new Outcome.Refused(reason);
        }
    }

    Outcome perform(SignedIn viewer, BookingId id, FormToken token, Function<Booking, Optional<Refusal>> refusal,
            Consumer<Booking> act) {
        return transactions.run(() -> {
            var found = bookings.visibleTo(viewer, id);
            if (found.isEmpty()) {
                return new Outcome.Missing();
            }
            var booking = found.get();
            if (bookings.done(id, token)) {
                return new Outcome.Done(id);
            }
            var refused = refusal.apply(booking);
            if (refused.isPresent()) {
                return new Outcome.Refused(refused.get());
            }
            act.accept(booking);
            return new Outcome.Done(id);
        });
    }

    /**
     * The same for what is said once a session has begun: what time has done is written down first, and what the act means
     * for the time it holds and for its next moment afterwards.
     *
     * @param act answers what others are told
     */
    Outcome performInTime(SignedIn viewer, BookingId id, FormToken token, Instant now,
            Function<Booking, Optional<Refusal>> refusal, Function<Booking, BookingEvent> act) {
        return perform(viewer, id, token, refusal, booking -> {
            time.follow(booking, now);
            var event = act.apply(booking);
            time.settle(booking);
            events.publishEvent(event);
        });
    }
}
