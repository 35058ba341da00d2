package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Shows a mentor what a schedule would do before it is saved. */
@Component
public class PreviewAvailability {

    /** How far the preview looks. */
    public static final int DAYS = 28;

    /**
     * @param zone    in which days and times are shown, the mentor's
     * @param offers  what is published, each with what mentees would see
     * @param outside live sessions and requests that the hours would no longer cover; they stay unless the mentor acts
     */
    public record Preview(ZoneId zone, List<OfferSlots> offers, List<Outside> outside) {

        /**
         * Whether saving would leave a session outside that is not outside today and that the mentor does not know of.
         *
         * @param told pages of the sessions the mentor has seen would fall outside, and leaves as they are
         */
        boolean surprises(Set<String> told) {
            return outside.stream().anyMatch(each -> each.fresh() && !told.contains(each.session().page()));
        }
    }

    /** @param days only those with something free */
    public record OfferSlots(OfferTerms offer, List<Day> days) {

        public int total() {
            return days.stream().mapToInt(day -> day.starts().size()).sum();
        }
    }

    public record Day(LocalDate date, List<Instant> starts) {}

    /** @param fresh whether the saved hours cover it, so that this change is what leaves it out */
    public record Outside(SessionsAhead.Session session, boolean fresh) {}

    private final Slots slots;
    private final Mentors mentors;
    private final SessionsAhead ahead;

    PreviewAvailability(Slots slots, Mentors mentors, SessionsAhead ahead) {
        this.slots = slots;
        this.mentors = mentors;
        this.ahead = ahead;
    }

    /**
     * @param wanted the schedule as it would be saved
     * @param zone   the home zone it would be meant in
     * @throws IllegalArgumentException when the schedule could not be saved
     */
    public Preview of(AccountId mentor, Schedule wanted, ZoneId zone, Instant now) {
        wanted.check();
        var saved = slots.scheduleOf(mentor);
        return new Preview(zone, offers(mentor, new MentorSchedule(wanted, zone), now),
                outside(mentor, new MentorSchedule(wanted, zone), saved, now));
    }

    private List<OfferSlots> offers(AccountId mentor, MentorSchedule schedule, Instant now) {
        var offers = mentors.offers(mentor).stream().filter(OfferTerms::published).toList();
        if (offers.isEmpty()) {
            return List.of();
        }
        var zone = schedule.zone();
        var range = new TimeSpan(now, LocalDate.ofInstant(now, zone).plusDays(DAYS).atStartOfDay(zone).toInstant());
        var calendars = slots.calendars(offers, Map.of(mentor, schedule), null, range, now);
        return offers.stream().map(offer -> new OfferSlots(offer, days(calendars.free(offer, range), zone))).toList();
    }

    private static List<Day> days(List<Instant> starts, ZoneId zone) {
        var days = new TreeMap<LocalDate, List<Instant>>();
        starts.forEach(
                start -> days.computeIfAbsent(LocalDate.ofInstant(start, zone), _ -> new ArrayList<>()).add(start));
        return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
    }

    private List<Outside> outside(AccountId mentor, MentorSchedule wanted, MentorSchedule saved, Instant now) {
        var sessions = ahead.of(mentor, now);
        if (sessions.isEmpty()) {
            return List.of();
        }
        var from = Cells.first(sessions.getFirst().time());
        var to = sessions.stream().mapToInt(session -> Cells.end(session.time())).max().orElseThrow();
        var then = wanted.engine().open(from, to);
        var today = saved.engine().open(from, to);
        var outside = new ArrayList<Outside>();
        for (var session : sessions) {
            var first = Cells.first(session.time()) - from;
            var beyond = Cells.end(session.time()) - from;
            if (then.nextClearBit(first) < beyond) {
                outside.add(new Outside(session, today.nextClearBit(first) >= beyond));
            }
        }
        return outside;
    }
}
