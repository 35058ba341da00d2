package com.mentormatch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.Slots;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.NewBooking;
import com.mentormatch.booking.RequestBooking;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferOutcome;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.mentor.ProfileText;
import com.mentormatch.sandbox.Earners;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mentors with something to book, and bookings made the way people make them. */
public final class Market {

    private final Cast cast;
    private final EditProfile profiles;
    private final EditOffers offers;
    private final EditAvailability availability;
    private final Mentors mentors;
    private final Slots slots;
    private final RequestBooking request;
    private final BookingFacts facts;
    private final JdbcClient jdbc;
    private final Earners earners;
    private final TestClock clock;

    Market(Cast cast, EditProfile profiles, EditOffers offers, EditAvailability availability, Mentors mentors,
            Slots slots, RequestBooking request, BookingFacts facts, JdbcClient jdbc, Earners earners,
            TestClock clock) {
        this.cast = cast;
        this.profiles = profiles;
        this.offers = offers;
        this.availability = availability;
        this.mentors = mentors;
        this.slots = slots;
        this.request = request;
        this.facts = facts;
        this.jdbc = jdbc;
        this.earners = earners;
        this.clock = clock;
    }

    /** A published mentor in Berlin who is there around the clock, on an hour's notice, and can be paid. */
    public Actor mentor() {
        return open(cast.mentor());
    }

    public Actor mentor(SessionSettings settings) {
        return open(cast.mentor(), settings);
    }

    /** Makes a mentor of somebody. */
    public Actor open(Actor actor) {
        return open(actor, new SessionSettings(0, 60, 60, null));
    }

    private Actor open(Actor actor, SessionSettings settings) {
        profiles.save(actor.id(), new ProfileText("Plain answers", "I have done this before.", "", "", "",
                List.of("Java", "Databases"), List.of("en")), true, clock.instant());
        earners.enable(actor.id(), actor.email(), clock.instant());
        availability.save(actor.id(), new Schedule(
                Arrays.stream(DayOfWeek.values()).map(day -> new WeeklyWindow(day, 0, 1440)).toList(), settings, 0));
        return actor;
    }

    /** Saves a change of what is stored by now. */
    public static void reschedule(EditAvailability availability, AccountId mentor, UnaryOperator<Schedule> change) {
        assertThat(availability.save(mentor, change.apply(availability.current(mentor))))
            .isEqualTo(new EditAvailability.Saved());
    }

    public OfferTerms offer(Actor mentor, long minor, Confirmation confirmation) {
        return offer(mentor, OfferKind.ONE_ON_ONE, 60, minor, confirmation);
    }

    public OfferTerms offer(Actor mentor, OfferKind kind, int minutes, long minor, Confirmation confirmation) {
        return offer(mentor,
                new OfferDraft("A good hour", kind, minutes, new Amount(minor, "EUR"), confirmation, 0, true));
    }

    public OfferTerms offer(Actor mentor, OfferDraft draft) {
        var outcome = offers.add(mentor.id(), draft, FormToken.next(), clock.instant());
        OfferId id = ((OfferOutcome.Saved) outcome).id();
        return mentors.offer(id).orElseThrow();
    }

    /** Free starts of the coming ten days, two days ahead and later. */
    public List<Instant> starts(OfferTerms offer) {
        var from = clock.instant().plus(Duration.ofDays(2));
        return slots.free(offer, slots.scheduleOf(offer.mentor()), null,
                new TimeSpan(from, from.plus(Duration.ofDays(10))), clock.instant());
    }

    public RequestBooking.Result request(SignedIn mentee, OfferTerms offer, Instant start) {
        return request.request(mentee, new NewBooking(offer.id(), start, "How to begin", "", FormToken.next()),
                clock.instant());
    }

    public BookingId book(SignedIn mentee, OfferTerms offer, Instant start) {
        return ((RequestBooking.Booked) request(mentee, offer, start)).booking();
    }

    public BookingId book(Actor mentee, OfferTerms offer) {
        return book(mentee.viewer(), offer, starts(offer).getFirst());
    }

    /** One of eight days ago, of a free instant offer, that nobody has said anything against. */
    public BookingId completed(Actor mentee, OfferTerms offer) {
        var now = clock.instant();
        try {
            clock.moveTo(now.minus(Duration.ofDays(10)));
            return book(mentee, offer);
        } finally {
            clock.moveTo(now);
        }
    }

    /** As time and the mentee's silence would have left it. */
    public void complete(BookingId booking) {
        jdbc.sql("UPDATE booking SET status = 'COMPLETED', deadline = NULL WHERE id = ?")
            .param(Columns.param(booking.value()))
            .update();
    }

    /** As if it had ended an hour ago. */
    public BookingId over(BookingId booking) {
        var end = clock.instant().minus(Duration.ofHours(1));
        jdbc.sql("UPDATE booking SET start_at = ?, end_at = ? WHERE id = ?")
            .params(Columns.param(end.minus(Duration.ofHours(1))), Columns.param(end), Columns.param(booking.value()))
            .update();
        return booking;
    }

    /** The booking this person made last. */
    public BookingDetails latest(Actor mentee) {
        var id = jdbc.sql("SELECT id FROM booking WHERE mentee_id = ? ORDER BY created_at DESC LIMIT 1")
            .param(Columns.param(mentee.id().value()))
            .query((row, _) -> new BookingId(Columns.uuid(row, "id")))
            .single();
        return facts.of(id, clock.instant()).orElseThrow();
    }
}
