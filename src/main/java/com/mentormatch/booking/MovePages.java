package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.MentorSchedule;
import com.mentormatch.availability.Slots;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The times a session can move to. */
@Component
public class MovePages {

    private static final int NEAREST = 3;
    private static final Duration NEAREST_WITHIN = Duration.ofDays(21);
    private static final Duration SENSIBLE = Duration.ofDays(366);

    private final Bookings bookings;
    private final BookingPages pages;
    private final OtherTimes times;
    private final Slots slots;
    private final Mentors mentors;

    MovePages(Bookings bookings, BookingPages pages, OtherTimes times, Slots slots, Mentors mentors) {
        this.bookings = bookings;
        this.pages = pages;
        this.times = times;
        this.slots = slots;
        this.mentors = mentors;
    }

    /**
     * Empty where this person may not know of it, or cannot move it.
     *
     * @param start the time chosen; null while none is, as is the one that stands already
     */
    public Optional<MovePage> of(SignedIn viewer, BookingId id, Instant start, Instant now) {
        return bookings.visibleTo(viewer, id)
            .filter(booking -> booking.side(viewer) != Party.ADMIN && booking.movable(now))
            .map(booking -> page(viewer, booking, start, now));
    }

    private MovePage page(SignedIn viewer, Booking booking, Instant start, Instant now) {
        var direct = booking.side(viewer) == Party.MENTEE && booking.movableDirectly(now);
        var schedule = slots.scheduleOf(booking.mentor());
        var mentor = mentors.summaries(List.of(booking.mentor())).get(booking.mentor());
        var chosen = start == null || start.equals(booking.time().start()) || start.isBefore(now)
                || start.isAfter(now.plus(SENSIBLE)) ? null : OtherTimes.at(booking, start);
        var free = chosen != null && free(booking, schedule, !direct, at(chosen.start()), now).contains(start);
        return new MovePage(pages.show(viewer, booking.id(), now).orElseThrow(), direct, booking.directMovesLeft(),
                mentor, OtherTimes.moving(booking, !direct), chosen,
                chosen == null || direct ? null : booking.proposalUntil(chosen, now), free,
                chosen == null || free ? List.of() : nearest(booking, schedule, !direct, start, now),
                booking.fullRefundLost(now), now);
    }

    private List<Instant> nearest(Booking booking, MentorSchedule schedule, boolean asking, Instant wanted,
            Instant now) {
        var around = new TimeSpan(wanted.minus(NEAREST_WITHIN), wanted.plus(NEAREST_WITHIN));
        return free(booking, schedule, asking, around, now).stream()
            .sorted(Comparator.comparing(start -> Duration.between(wanted, start).abs()))
            .limit(NEAREST)
            .sorted()
            .toList();
    }

    private List<Instant> free(Booking booking, MentorSchedule schedule, boolean asking, TimeSpan range, Instant now) {
        return times.free(booking, asking, schedule, range, now);
    }

    private static TimeSpan at(Instant start) {
        return new TimeSpan(start, start.plusSeconds(1));
    }
}
