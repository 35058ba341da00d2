package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The slots of an offer: computed each time, never stored. What is listed and what is accepted come from the same
 * computation, {@link SlotEngine}.
 */
@Component
public class Slots {

    private static final Duration NEAREST_WITHIN = Duration.ofDays(21);

    private final Schedules schedules;
    private final Holds holds;
    private final People people;

    Slots(Schedules schedules, Holds holds, People people) {
        this.schedules = schedules;
        this.holds = holds;
        this.people = people;
    }

    public MentorSchedule scheduleOf(AccountId mentor) {
        return new MentorSchedule(schedules.of(mentor), people.find(mentor).orElseThrow().zone());
    }

    /**
     * Free starts in ascending order.
     *
     * @param viewer who would book, whose own sessions are in the way too; null where nobody is signed in
     * @param range  the starts wanted, half-open; whatever notice and horizon exclude is left out
     */
    public List<Instant> free(OfferTerms offer, MentorSchedule schedule, AccountId viewer, TimeSpan range,
            Instant now) {
        var people = viewer == null || viewer.equals(offer.mentor())
                ? List.of(offer.mentor())
                : List.of(offer.mentor(), viewer);
        var reach = reach(range, now);
        return free(offer, schedule, reach, holds.held(people, reach, now).values(), range, now);
    }

    /** Whether an offer can be had at that start, as far as the mentor is concerned. */
    public boolean offers(OfferTerms offer, MentorSchedule schedule, Instant start, Instant now) {
        if (!Cells.onGrid(start)) {
            return false;
        }
        var range = new TimeSpan(start, start.plusSeconds(1));
        return free(offer, schedule, null, range, now).contains(start);
    }

    /** The free starts nearest to one that cannot be had, in order of time. */
    public List<Instant> nearest(OfferTerms offer, MentorSchedule schedule, AccountId viewer, Instant wanted, int count,
            Instant now) {
        var range = new TimeSpan(wanted.minus(NEAREST_WITHIN), wanted.plus(NEAREST_WITHIN));
        return free(offer, schedule, viewer, range, now).stream()
            .filter(start -> !start.equals(wanted))
            .sorted(Comparator.comparing(start -> Duration.between(wanted, start).abs()))
            .limit(count)
            .sorted()
            .toList();
    }

    List<Instant> free(OfferTerms offer, MentorSchedule schedule, TimeSpan heldSpan, Collection<BitSet> heldBy,
            TimeSpan range, Instant now) {
        var bookable = schedule.bookable(offer.confirmation() == Confirmation.REQUEST, now);
        var from = latest(range.start(), bookable.start());
        var to = range.end().isBefore(bookable.end()) ? range.end() : bookable.end();
        if (!from.isBefore(to)) {
            return List.of();
        }
        var held = new BitSet();
        heldBy.forEach(held::or);
        var session = SlotEngine.Session.of(offer.minutes(), schedule.schedule().settings());
        return new SlotEngine(schedule.zone(), schedule.schedule().windows())
            .starts(session, Cells.ceil(from), Cells.ceil(to), held, Cells.first(heldSpan))
            .stream()
            .map(Cells::start)
            .toList();
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
