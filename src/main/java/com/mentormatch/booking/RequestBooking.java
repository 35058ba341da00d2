package com.mentormatch.booking;

import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import com.mentormatch.availability.Slots;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.RateLimit;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * A mentee takes a slot: the time is held for both of them from this moment, whatever comes of it.
 *
 * <p>The order matters. First the form's token is looked up, because the same form sent twice makes one booking. Then
 * the policies and the slot are asked, which costs no lock and turns most latecomers away. Last the hold is put down;
 * it is the only thing that decides between two who ask at once.
 *
 * <p>What stands in the way may have ended already without anyone having written it down: an unpaid hold or an
 * unanswered request past its deadline. It is ended first, and the request is tried once more.
 */
@Component
public class RequestBooking {

    public sealed interface Result {}

    /** @param toPay whether the mentee goes to Checkout next */
    public record Booked(BookingId booking, boolean toPay) implements Result {}

    public record Refused(Refusal reason) implements Result {}

    private final Bookings bookings;
    private final UndecidedBookings undecided;
    private final BookingPolicies policies;
    private final Mentors mentors;
    private final People people;
    private final Slots slots;
    private final Holds holds;
    private final FollowClock time;
    private final Deadlines deadlines;
    private final CurrentRules rules;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile @Nullable Gate gate;

    /** Counts afresh where the limit is another one. */
    private record Gate(int most, RateLimit tries) {

        Gate(int most, Clock clock) {
            this(most, new RateLimit(most, Duration.ofHours(1), clock));
        }
    }

    RequestBooking(Bookings bookings, UndecidedBookings undecided, BookingPolicies policies, Mentors mentors,
            People people, Slots slots, Holds holds, FollowClock time, Deadlines deadlines, CurrentRules rules,
            Transactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.bookings = bookings;
        this.undecided = undecided;
        this.policies = policies;
        this.mentors = mentors;
        this.people = people;
        this.slots = slots;
        this.holds = holds;
        this.time = time;
        this.deadlines = deadlines;
        this.rules = rules;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** The latest a request made now is answered: as the rules say, and 2 hours before the start. */
    public Instant answerBy(Instant start, Instant now) {
        return Booking.decisionDeadline(start, rules.now().answerHours(), now);
    }

    public Result request(SignedIn mentee, NewBooking wish, Instant now) {
        if (!gate().tries().take(mentee.id().toString())) {
            return made(mentee, wish, now).orElse(new Refused(Refusal.TOO_MANY_BOOKINGS));
        }
        var offer = mentors.offer(wish.offer()).orElse(null);
        if (offer == null) {
            return new Refused(Refusal.OFFER_GONE);
        }
        var shares = shares(mentee, offer, wish.start());
        try {
            var result = transactions.run(() -> seatOnce(mentee, offer, wish, shares, now));
            return result instanceof Refused && endOverdue(mentee, offer, shares, now)
                    ? transactions.run(() -> seatOnce(mentee, offer, wish, shares, now))
                    : result;
        } catch (ConcurrencyFailureException crowded) {
            if (holds.inTheWay(shares).isEmpty()) {
                throw crowded;
            }
            return new Refused(Refusal.SLOT_TAKEN);
        }
    }

    /** The form's first copy may have been under way when this one looked, and be what is in its way. */
    private Result seatOnce(SignedIn mentee, OfferTerms offer, NewBooking wish, List<Holds.Share> shares, Instant now) {
        return made(mentee, wish, now).orElseGet(() -> {
            var result = seat(mentee, offer, wish, shares, now);
            return result instanceof Refused ? made(mentee, wish, now).orElse(result) : result;
        });
    }

    private Gate gate() {
        var most = rules.now().triesAnHour();
        var now = gate;
        if (now == null || now.most() != most) {
            now = new Gate(most, clock);
            gate = now;
        }
        return now;
    }

    private Optional<Result> made(SignedIn mentee, NewBooking wish, Instant now) {
        return bookings.madeBy(mentee, wish.token())
            .map(booking -> new Booked(booking.id(), booking.awaitsPayment(now)));
    }

    private Result seat(SignedIn mentee, OfferTerms offer, NewBooking wish, List<Holds.Share> shares, Instant now) {
        var refusal = policies.check(undecided.candidate(mentee.id(), offer, now));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var schedule = slots.scheduleForBooking(offer);
        if (!slots.offers(offer, schedule, wish.start(), now)) {
            return new Refused(Refusal.SLOT_TAKEN);
        }
        if (!people.stay(Set.of(offer.mentor(), mentee.id()))) {
            return new Refused(Refusal.OFFER_GONE);
        }
        var terms = new Terms(offer.id(), offer.title(), offer.kind(), offer.confirmation(),
                schedule.bufferMinutes(offer.id()), offer.price(), rules.now().feePercent(), offer.lateRefundPercent(),
                rules.now().answerHours());
        var booking = new Booking(offer.mentor(), span(offer, wish.start()), schedule.zone(), terms, wish.topic(),
                wish.message(), Cause.person(mentee, wish.token(), now));
        if (!holds.take(booking.id().value(), withBuffer(shares, schedule.bufferMinutes(offer.id())),
                booking.deadline())) {
            var mine = holds.inTheWay(shares).stream().anyMatch(obstacle -> obstacle.person().equals(mentee.id()));
            return new Refused(mine ? Refusal.MENTEE_BUSY : Refusal.SLOT_TAKEN);
        }
        bookings.save(booking);
        deadlines.watch(booking);
        announce(booking, now);
        return new Booked(booking.id(), booking.awaitsPayment(now));
    }

    private void announce(Booking booking, Instant now) {
        events.publishEvent(switch (booking.statusAt(now)) {
            case AWAITING_PAYMENT -> new BookingEvent.HoldTaken(booking.id(), now);
            case REQUESTED -> new BookingEvent.Requested(booking.id(), now);
            case CONFIRMED -> new BookingEvent.Confirmed(booking.id(), now);
            default -> throw new IllegalStateException("A booking does not begin as " + booking.statusAt(now));
        });
    }

    /** @return whether something was ended, so that another try makes sense */
    private boolean endOverdue(SignedIn mentee, OfferTerms offer, List<Holds.Share> shares, Instant now) {
        var ended = false;
        for (var obstacle : holds
            .inTheWay(withBuffer(shares, slots.scheduleOf(offer.mentor()).bufferMinutes(offer.id())))) {
            ended |= obstacle.expired(now) && time.follow(new BookingId(obstacle.booking()), now);
        }
        for (var overdue : undecided.overdue(mentee.id(), offer.mentor(), now)) {
            ended |= time.follow(overdue, now);
        }
        return ended;
    }

    /** The mentor first. */
    private static List<Holds.Share> shares(SignedIn mentee, OfferTerms offer, Instant start) {
        var time = span(offer, start);
        return List.of(new Holds.Share(offer.mentor(), time), new Holds.Share(mentee.id(), time));
    }

    private static List<Holds.Share> withBuffer(List<Holds.Share> shares, int bufferMinutes) {
        var mentor = shares.getFirst();
        return List.of(new Holds.Share(mentor.person(), mentor.time().extendedBy(Duration.ofMinutes(bufferMinutes))),
                shares.getLast());
    }

    private static TimeSpan span(OfferTerms offer, Instant start) {
        return TimeSpan.of(start, Duration.ofMinutes(offer.minutes()));
    }
}
