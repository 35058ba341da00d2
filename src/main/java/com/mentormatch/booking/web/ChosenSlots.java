package com.mentormatch.booking.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.MentorSchedule;
import com.mentormatch.availability.Slots;
import com.mentormatch.booking.Refusal;
import com.mentormatch.booking.RequestBooking;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.ViewerZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the slot a mentee has chosen, and where it is gone, what is free near it and who else is free then. */
@Component
class ChosenSlots {

    private final RequestBooking request;
    private final Mentors mentors;
    private final Slots slots;
    private final Alternatives alternatives;

    ChosenSlots(RequestBooking request, Mentors mentors, Slots slots, Alternatives alternatives) {
        this.request = request;
        this.mentors = mentors;
        this.slots = slots;
        this.alternatives = alternatives;
    }

    /** @param refusal why the last try failed; null where nobody has tried yet */
    ChosenSlot describe(OfferId id, Instant start, SignedIn viewer, ViewerZone zone, @Nullable Refusal refusal,
            Instant now) {
        var offer = mentors.offer(id).orElseThrow(NotFound::new);
        var mentor = mentors.summaries(List.of(offer.mentor())).get(offer.mentor());
        var schedule = slots.scheduleOf(offer.mentor());
        if (start.isBefore(now.minus(Duration.ofDays(366))) || start.isAfter(now.plus(Duration.ofDays(366)))) {
            throw new NotFound();
        }
        var problem = refusal != null ? refusal : problem(offer, schedule, start, viewer, now).orElse(null);
        var gone = problem == Refusal.SLOT_TAKEN || problem == Refusal.MENTEE_BUSY;
        var elsewhere = problem == Refusal.SLOT_TAKEN || problem == Refusal.OFFER_GONE;
        var reader = zone.zone();
        return new ChosenSlot(offer, mentor, TimeSpan.of(start, offer.length()), reader,
                offer.instant() ? null : request.answerBy(start, now), problem,
                gone ? alternatives.times(offer, schedule, start, viewer, now) : List.of(),
                elsewhere ? alternatives.others(offer, start, viewer, now) : List.of(), now);
    }

    private Optional<Refusal> problem(OfferTerms offer, MentorSchedule schedule, Instant start, SignedIn viewer,
            Instant now) {
        if (!offer.published()) {
            return Optional.of(Refusal.OFFER_GONE);
        }
        if (!slots.offers(offer, schedule, start, now)) {
            return Optional.of(Refusal.SLOT_TAKEN);
        }
        var then = TimeSpan.of(start, Duration.ofSeconds(1));
        return slots.free(offer, schedule, viewer.id(), then, now).isEmpty()
                ? Optional.of(Refusal.MENTEE_BUSY)
                : Optional.empty();
    }
}
