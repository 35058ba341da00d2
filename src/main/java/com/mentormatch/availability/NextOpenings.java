package com.mentormatch.availability;

import com.mentormatch.mentor.FreeTimes;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The first free starts of many offers: as many queries for all of them as for one, then the engine. */
@Component
class NextOpenings implements FreeTimes {

    /** Far enough for nearly everyone; a mentor booked out for longer shows no next time. */
    private static final Duration AHEAD = Duration.ofDays(30);

    /** Most are free within days, and a short look costs a fraction of the long one. */
    private static final List<Duration> LOOKS = List.of(Duration.ofDays(4), Duration.ofDays(7), AHEAD);

    private final Slots slots;

    NextOpenings(Slots slots) {
        this.slots = slots;
    }

    @Override
    public Map<OfferId, Instant> next(Collection<OfferTerms> offers, Predicate<Instant> wanted, Instant now) {
        var next = new HashMap<OfferId, Instant>();
        if (!offers.isEmpty()) {
            var calendars = calendars(offers, now);
            offers
                .forEach(offer -> first(calendars, offer, wanted, now).ifPresent(start -> next.put(offer.id(), start)));
        }
        return next;
    }

    @Override
    public Map<OfferId, Outlook> outlooks(Collection<OfferTerms> offers, Duration soon, Instant now) {
        var outlooks = new HashMap<OfferId, Outlook>();
        if (!offers.isEmpty()) {
            var calendars = calendars(offers, now);
            offers.forEach(offer -> outlooks.put(offer.id(), outlook(calendars, offer, soon, now)));
        }
        return outlooks;
    }

    private Slots.Calendars calendars(Collection<OfferTerms> offers, Instant now) {
        return slots.calendars(offers, null, new TimeSpan(now, now.plus(AHEAD)), now);
    }

    private static Outlook outlook(Slots.Calendars calendars, OfferTerms offer, Duration soon, Instant now) {
        var starts = calendars.free(offer, new TimeSpan(now, now.plus(soon)));
        var next = starts.isEmpty()
                ? calendars.free(offer, new TimeSpan(now.plus(soon), now.plus(AHEAD))).stream().findFirst()
                : Optional.of(starts.getFirst());
        var notice = Duration.between(now, calendars.schedules().get(offer.mentor()).bookable(offer, now).start());
        return new Outlook(starts, next.orElse(null), next.map(start -> start.minus(notice)).orElse(null));
    }

    private static Optional<Instant> first(Slots.Calendars calendars, OfferTerms offer, Predicate<Instant> wanted,
            Instant now) {
        var from = Duration.ZERO;
        for (var to : LOOKS) {
            var first = calendars.free(offer, new TimeSpan(now.plus(from), now.plus(to)))
                .stream()
                .filter(wanted)
                .findFirst();
            if (first.isPresent()) {
                return first;
            }
            from = to;
        }
        return Optional.empty();
    }
}
