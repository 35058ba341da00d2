package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The slots of an offer: computed each time, never stored. What is listed and what is accepted come from the same
 * computation, {@link SlotEngine}.
 */
@Component
public class Slots {

    private static final Duration NEAREST_WITHIN = Duration.ofDays(21);

    /** A week of the mentor's calendar begins and ends at most this far from any moment in it. */
    private static final Duration WEEK = Duration.ofDays(8);

    private final Schedules schedules;
    private final Holds holds;
    private final BookedSessions booked;
    private final People people;

    Slots(Schedules schedules, Holds holds, BookedSessions booked, People people) {
        this.schedules = schedules;
        this.holds = holds;
        this.booked = booked;
        this.people = people;
    }

    public MentorSchedule scheduleOf(AccountId mentor) {
        return new MentorSchedule(schedules.of(mentor), people.find(mentor).orElseThrow().zone());
    }

    /**
     * The same, and until the transaction ends nobody else books with a mentor who set limits: the number of sessions
     * of a day has no row of its own whose key could refuse one too many.
     */
    public MentorSchedule scheduleForBooking(OfferTerms offer) {
        var schedule = scheduleOf(offer.mentor());
        if (schedule.limited(offer.id())) {
            schedules.lock(offer.mentor());
        }
        return schedule;
    }

    /**
     * Free starts in ascending order.
     *
     * @param viewer who would book, whose own sessions are in the way too; null where nobody is signed in
     * @param range  the starts wanted, half-open; whatever notice and horizon exclude is left out
     */
    public List<Instant> free(OfferTerms offer, MentorSchedule schedule, @Nullable AccountId viewer, TimeSpan range,
            Instant now) {
        return calendars(List.of(offer), Map.of(offer.mentor(), schedule), viewer, range, now).free(offer, range);
    }

    /**
     * A booking that takes another time.
     *
     * @param session      what was booked, as an offer of that length
     * @param bufferMinutes as agreed when it was booked, whatever the mentor has set since
     */
    public record Moving(UUID booking, OfferTerms session, AccountId mentee, Instant start, int bufferMinutes) {}

    /** The other starts it can move to: neither its own hold nor its place in the limits is in its way. */
    public List<Instant> free(Moving moving, MentorSchedule schedule, TimeSpan range, Instant now) {
        var session = moving.session();
        var kept = schedule.keeping(session.id(), moving.bufferMinutes());
        return calendars(List.of(session), Map.of(session.mentor(), kept), moving.mentee(), range, moving, now)
            .free(session, range)
            .stream()
            .filter(start -> !start.equals(moving.start()))
            .toList();
    }

    /** Whether an offer can be had at that start, as far as the mentor is concerned. */
    public boolean offers(OfferTerms offer, MentorSchedule schedule, Instant start, Instant now) {
        return Cells.onGrid(start) && free(offer, schedule, null, at(start), now).contains(start);
    }

    /** Which of these offers can be had at that very start; three queries, however many offers. */
    public Set<OfferId> offering(Collection<OfferTerms> offers, @Nullable AccountId viewer, Instant start,
            Instant now) {
        var offering = new HashSet<OfferId>();
        if (Cells.onGrid(start)) {
            var calendars = calendars(offers, viewer, at(start), now);
            offers.stream()
                .filter(offer -> !calendars.free(offer, at(start)).isEmpty())
                .forEach(offer -> offering.add(offer.id()));
        }
        return offering;
    }

    /** The free starts nearest to one that cannot be had, in order of time. */
    public List<Instant> nearest(OfferTerms offer, MentorSchedule schedule, @Nullable AccountId viewer, Instant wanted,
            int count, Instant now) {
        var range = new TimeSpan(wanted.minus(NEAREST_WITHIN), wanted.plus(NEAREST_WITHIN));
        return free(offer, schedule, viewer, range, now).stream()
            .filter(start -> !start.equals(wanted))
            .sorted(Comparator.comparing(start -> Duration.between(wanted, start).abs()))
            .limit(count)
            .sorted()
            .toList();
    }

    /** What the mentors of these offers have in that range, read in as many queries for many as for one. */
    Calendars calendars(Collection<OfferTerms> offers, @Nullable AccountId viewer, TimeSpan range, Instant now) {
        var mentors = offers.stream().map(OfferTerms::mentor).distinct().toList();
        var stored = schedules.of(mentors);
        var persons = people.all(mentors);
        var known = new HashMap<AccountId, MentorSchedule>();
        mentors
            .forEach(mentor -> known.put(mentor, new MentorSchedule(stored.get(mentor), persons.get(mentor).zone())));
        return calendars(offers, known, viewer, range, now);
    }

    /** @param schedules of every mentor among the offers, saved or not */
    Calendars calendars(Collection<OfferTerms> offers, Map<AccountId, MentorSchedule> schedules,
            @Nullable AccountId viewer, TimeSpan range, Instant now) {
        return calendars(offers, schedules, viewer, range, null, now);
    }

    private Calendars calendars(Collection<OfferTerms> offers, Map<AccountId, MentorSchedule> schedules,
            @Nullable AccountId viewer, TimeSpan range, @Nullable Moving moving, Instant now) {
        var everybody = new HashSet<>(schedules.keySet());
        if (viewer != null) {
            everybody.add(viewer);
        }
        var reach = reach(range, now);
        var limited = offers.stream()
            .filter(offer -> schedules.get(offer.mentor()).limited(offer.id()))
            .map(OfferTerms::mentor)
            .distinct()
            .toList();
        var sessions = limited.isEmpty()
                ? List.<BookedSessions.Session>of()
                : booked.of(limited, new TimeSpan(reach.start().minus(WEEK), reach.end().plus(WEEK)), now);
        return new Calendars(schedules, viewer, reach,
                everybody.isEmpty()
                        ? Map.of()
                        : holds.held(everybody, reach, moving == null ? null : moving.booking(), now),
                sessions.stream()
                    .filter(session -> moving == null || !session.mentor().equals(moving.session().mentor())
                            || !session.start().equals(moving.start()))
                    .toList(),
                now);
    }

    /** Schedules, held time and sessions of some mentors, as they were read. */
    record Calendars(Map<AccountId, MentorSchedule> schedules, @Nullable AccountId viewer, TimeSpan reach,
            Map<AccountId, BitSet> held, List<BookedSessions.Session> sessions, Instant now) {

        List<Instant> free(OfferTerms offer, TimeSpan range) {
            var schedule = schedules.get(offer.mentor());
            var bookable = schedule.bookable(offer, now);
            var from = latest(range.start(), bookable.start());
            var to = range.end().isBefore(bookable.end()) ? range.end() : bookable.end();
            if (!from.isBefore(to)) {
                return List.of();
            }
            var engine = schedule.engine();
            var session = SlotEngine.Session.of(offer.minutes(), schedule.schedule().settingsOf(offer.id()));
            var starts = engine.starts(session, Cells.ceil(from), Cells.ceil(to), taken(offer.mentor()),
                    Cells.first(reach), limits(engine, schedule, offer));
            return Arrays.stream(starts).mapToObj(Cells::start).toList();
        }

        private BitSet taken(AccountId mentor) {
            var taken = held.get(mentor);
            if (viewer != null && !viewer.equals(mentor)) {
                taken = (BitSet) taken.clone();
                taken.or(held.get(viewer));
            }
            return taken;
        }

        private IntPredicate limits(SlotEngine engine, MentorSchedule schedule, OfferTerms offer) {
            return schedule.limited(offer.id())
                    ? new Limits(engine, schedule.schedule(), offer,
                            sessions.stream().filter(session -> session.mentor().equals(offer.mentor())).toList())
                    : Limits.NONE;
        }
    }

    private static TimeSpan at(Instant start) {
        return new TimeSpan(start, start.plusSeconds(1));
    }

    /** What may be in the way of a start in that range: the longest session and buffer after it, and from now on. */
    static TimeSpan reach(TimeSpan range, Instant now) {
        var end = range.end().plus(Duration.ofHours(9));
        var start = latest(range.start(), now);
        return new TimeSpan(start.isBefore(end) ? start : range.start(), end);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
