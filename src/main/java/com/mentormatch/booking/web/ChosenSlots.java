package com.mentormatch.booking.web;

import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Slots;
import com.mentormatch.booking.Refusal;
import com.mentormatch.booking.RequestBooking;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.ViewerZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Describes the slot a mentee has chosen, and where it is gone, what is free near it. */
@Component
class ChosenSlots {

    private static final int ALTERNATIVES = 3;

    private final Mentors mentors;
    private final Slots slots;
    private final People people;

    ChosenSlots(Mentors mentors, Slots slots, People people) {
        this.mentors = mentors;
        this.slots = slots;
        this.people = people;
    }

    ChosenSlot describe(OfferId id, Instant start, SignedIn viewer, ViewerZone zone, Refusal refusal, Instant now) {
        var offer = mentors.offer(id).orElseThrow(NotFound::new);
        var mentor = mentors.summaries(List.of(offer.mentor())).get(offer.mentor());
        var schedule = slots.scheduleOf(offer.mentor());
        if (start.isBefore(now.minus(Duration.ofDays(366))) || start.isAfter(now.plus(Duration.ofDays(366)))) {
            throw new NotFound();
        }
        var open = offer.published() && slots.offers(offer, schedule, start, now);
        var problem = refusal != null || open ? refusal : offer.published() ? Refusal.SLOT_TAKEN : Refusal.OFFER_GONE;
        var gone = problem == Refusal.SLOT_TAKEN || problem == Refusal.MENTEE_BUSY;
        var reader = zone.known() ? zone.zone() : people.find(viewer.id()).orElseThrow().zone();
        return new ChosenSlot(offer, mentor, TimeSpan.of(start, offer.length()), reader,
                offer.instant() ? null : RequestBooking.answerBy(start, now), problem,
                gone ? slots.nearest(offer, schedule, viewer.id(), start, ALTERNATIVES, now) : List.of());
    }
}
