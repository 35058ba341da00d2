package com.mentormatch.booking.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.MentorSchedule;
import com.mentormatch.availability.Slots;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.Party;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.mentor.SimilarOffers;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a mentee can have instead of a time that is gone, whether somebody else was quicker or it was called off: the
 * nearest times of that mentor, and others who help with the same and are free at that very time.
 */
@Component
class Alternatives {

    private static final int TIMES = 3;
    private static final int OTHERS = 3;
    private static final int SKILLS = 3;

    /**
     * @param offer  null where it is no longer to be had
     * @param skills what to look for others by
     */
    public record Instead(OfferId offer, List<Instant> starts, List<OtherMentor> others, List<String> skills) {

        public String href(Instant start) {
            return "/bookings/new?offer=" + offer + "&start=" + start;
        }
    }

    private final Mentors mentors;
    private final SimilarOffers similar;
    private final Slots slots;

    Alternatives(Mentors mentors, SimilarOffers similar, Slots slots) {
        this.mentors = mentors;
        this.similar = similar;
        this.slots = slots;
    }

    /** Null for everybody but a mentee whose session was called off by somebody else, and once the time is past. */
    Instead of(BookingPage page, SignedIn viewer, Instant now) {
        var booking = page.booking();
        var theirs = page.role() == BookingPage.Role.MENTEE && booking.cancellation() != null
                && booking.cancellation().by() != Party.MENTEE && booking.time().start().isAfter(now);
        return theirs ? of(booking, viewer, now) : null;
    }

    private Instead of(BookingDetails booking, SignedIn viewer, Instant now) {
        var start = booking.time().start();
        var mentor = mentors.byId(booking.mentor()).orElseThrow();
        var offer = mentor.published()
                ? mentors.offer(booking.offer()).filter(OfferTerms::published).orElse(null)
                : null;
        var starts = offer == null
                ? List.<Instant>of()
                : times(offer, slots.scheduleOf(booking.mentor()), start, viewer, now);
        var skills = mentor.skills().stream().limit(SKILLS).toList();
        return new Instead(offer == null ? null : offer.id(), starts, others(asBooked(booking), start, viewer, now),
                skills);
    }

    /** The nearest of the same offer, in order of time. */
    List<Instant> times(OfferTerms offer, MentorSchedule schedule, Instant start, SignedIn viewer, Instant now) {
        return slots.nearest(offer, schedule, viewer.id(), start, TIMES, now);
    }

    /** The likest first. */
    List<OtherMentor> others(OfferTerms wanted, Instant start, SignedIn viewer, Instant now) {
        var offers = similar.to(wanted, viewer.id());
        var free = slots.offering(offers, viewer.id(), start, now);
        var best = offers.stream().filter(offer -> free.contains(offer.id())).limit(OTHERS).toList();
        var summaries = mentors.summaries(best.stream().map(OfferTerms::mentor).toList());
        return best.stream().map(offer -> new OtherMentor(summaries.get(offer.mentor()), offer, start)).toList();
    }

    /** The mentor may have changed the offer since, or taken it back. */
    private static OfferTerms asBooked(BookingDetails booking) {
        return new OfferTerms(booking.offer(), booking.mentor(), booking.offerTitle(), OfferKind.ONE_ON_ONE,
                Math.toIntExact(booking.time().length().toMinutes()), booking.price(), booking.confirmation(), 0, false,
                false);
    }
}
