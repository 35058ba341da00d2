package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.mentor.NextFree;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The first free start of each card on a list: three queries for all of them, then the engine. */
@Component
class NextOpenings implements NextFree {

    /** Far enough for nearly everyone; a mentor booked out for longer shows no next time. */
    private static final Duration AHEAD = Duration.ofDays(30);

    private final Schedules schedules;
    private final Holds holds;
    private final People people;
    private final Slots slots;

    NextOpenings(Schedules schedules, Holds holds, People people, Slots slots) {
        this.schedules = schedules;
        this.holds = holds;
        this.people = people;
        this.slots = slots;
    }

    @Override
    public Map<AccountId, Instant> nextFree(Collection<OfferTerms> offers, Instant now) {
        if (offers.isEmpty()) {
            return Map.of();
        }
        var mentors = offers.stream().map(OfferTerms::mentor).distinct().toList();
        var range = new TimeSpan(now, now.plus(AHEAD));
        var reach = Slots.reach(range, now);
        var schedule = schedules.of(mentors);
        var held = holds.held(mentors, reach, now);
        var persons = people.all(mentors);
        var next = new HashMap<AccountId, Instant>();
        for (var offer : offers) {
            var mentor = offer.mentor();
            var hours = new MentorSchedule(schedule.get(mentor), persons.get(mentor).zone());
            slots.free(offer, hours, reach, List.of(held.get(mentor)), range, now)
                .stream()
                .findFirst()
                .ifPresent(start -> next.put(mentor, start));
        }
        return next;
    }
}
