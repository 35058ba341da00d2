package com.mentormatch.availability;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.NextFree;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The first free start of each card on a list: as many queries for all of them as for one, then the engine. */
@Component
class NextOpenings implements NextFree {

    /** Far enough for nearly everyone; a mentor booked out for longer shows no next time. */
    private static final Duration AHEAD = Duration.ofDays(30);

    /** Most are free within days, and a short look costs a fraction of the long one. */
    private static final Duration GLANCE = Duration.ofDays(4);

    private final Slots slots;

    NextOpenings(Slots slots) {
        this.slots = slots;
    }

    @Override
    public Map<AccountId, Instant> nextFree(Collection<OfferTerms> offers, Instant now) {
        if (offers.isEmpty()) {
            return Map.of();
        }
        var calendars = slots.calendars(offers, null, new TimeSpan(now, now.plus(AHEAD)), now);
        var next = new HashMap<AccountId, Instant>();
        for (var offer : offers) {
            first(calendars, offer, now, now.plus(GLANCE))
                .or(() -> first(calendars, offer, now.plus(GLANCE), now.plus(AHEAD)))
                .ifPresent(start -> next.merge(offer.mentor(), start, (a, b) -> a.isBefore(b) ? a : b));
        }
        return next;
    }

    private static Optional<Instant> first(Slots.Calendars calendars, OfferTerms offer, Instant from, Instant to) {
        return calendars.free(offer, new TimeSpan(from, to)).stream().findFirst();
    }
}
