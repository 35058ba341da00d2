package com.mentormatch.booking.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Slots;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.Party;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferTerms;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a mentee whose mentor called off can have instead: the nearest times, and others who can help with the same. */
@Component
class Alternatives {

    private static final int TIMES = 3;
    private static final int SKILLS = 3;

    /** @param offer null where it is no longer to be had */
    public record Instead(OfferId offer, List<Instant> starts, List<String> skills) {

        public String href(Instant start) {
            return "/bookings/new?offer=" + offer + "&start=" + start;
        }
    }

    private final Mentors mentors;
    private final Slots slots;

    Alternatives(Mentors mentors, Slots slots) {
        this.mentors = mentors;
        this.slots = slots;
    }

    /** Null for everybody else, and once the time is past. */
    Instead of(BookingPage page, SignedIn viewer, Instant now) {
        var booking = page.booking();
        var theirs = page.role() == BookingPage.Role.MENTEE && booking.cancellation() != null
                && booking.cancellation().by() == Party.MENTOR && booking.time().start().isAfter(now);
        return theirs ? of(booking, viewer, now) : null;
    }

    private Instead of(BookingDetails booking, SignedIn viewer, Instant now) {
        var skills = mentors.byId(booking.mentor()).orElseThrow().skills().stream().limit(SKILLS).toList();
        var offer = mentors.offer(booking.offer()).filter(OfferTerms::published).orElse(null);
        var starts = offer == null
                ? List.<Instant>of()
                : slots.nearest(offer, slots.scheduleOf(booking.mentor()), viewer.id(), booking.time().start(), TIMES,
                        now);
        return new Instead(offer == null ? null : offer.id(), starts, skills);
    }
}
