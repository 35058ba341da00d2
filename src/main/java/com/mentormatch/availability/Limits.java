package com.mentormatch.availability;

import com.mentormatch.mentor.OfferTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * At most so many sessions a day and a week: the mentor's limits count every session the mentor gives, an offer's
 * limits those of the offer. Days and weeks, from Monday, are those of the mentor's own calendar.
 */
final class Limits implements IntPredicate {

    static final IntPredicate NONE = _ -> true;

    private final SlotEngine engine;
    private final SessionSettings mentor;
    private final SessionSettings offer;
    private final Map<Long, Integer> days = new HashMap<>();
    private final Map<Long, Integer> weeks = new HashMap<>();
    private final Map<Long, Integer> offerDays = new HashMap<>();
    private final Map<Long, Integer> offerWeeks = new HashMap<>();

    /** @param booked sessions of this mentor, at least those of every week in question */
    Limits(SlotEngine engine, Schedule schedule, OfferTerms terms, List<BookedSessions.Session> booked) {
        this.engine = engine;
        this.mentor = schedule.settings();
        this.offer = schedule.settingsOf(terms.id());
        for (var session : booked) {
            var day = engine.dateOf(Cells.floor(session.start()));
            days.merge(day, 1, Integer::sum);
            weeks.merge(week(day), 1, Integer::sum);
            if (session.offer().equals(terms.id())) {
                offerDays.merge(day, 1, Integer::sum);
                offerWeeks.merge(week(day), 1, Integer::sum);
            }
        }
    }

    @Override
    public boolean test(int cell) {
        var day = engine.dateOf(cell);
        return below(days, day, mentor.mostADay()) && below(weeks, week(day), mentor.mostAWeek())
                && below(offerDays, day, offer.mostADay()) && below(offerWeeks, week(day), offer.mostAWeek());
    }

    private static boolean below(Map<Long, Integer> counted, long period, @Nullable Integer most) {
        return most == null || counted.getOrDefault(period, 0) < most;
    }

    /** 1970 began on a Thursday. */
    private static long week(long day) {
        return Math.floorDiv(day + 3, 7);
    }
}
