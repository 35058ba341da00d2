package com.mentormatch.availability.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.account.Viewer;
import com.mentormatch.availability.Slots;
import com.mentormatch.availability.web.TimesPanel.Place;
import com.mentormatch.availability.web.TimesPanel.Span;
import com.mentormatch.mentor.MentorProfile;
import com.mentormatch.mentor.MentorSummary;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.mentor.ProfileSection;
import com.mentormatch.web.ViewerZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Fills the panel of times. What the address says wrongly (an offer that is gone, a month that is none) is answered
 * with the nearest sensible view, never with an error: these addresses are shared and grow old.
 *
 * <p>A mentor's profile carries it. Another page carries it like this: ask {@link #panel} with the offers that can be
 * chosen there and its own {@link Place}, put the answer into the model as {@code section}, and include
 * {@code ~{availability/_times}}; to htmx the page answers with that template alone.
 */
@Component
public class TimesPanels implements ProfileSection {

    private final Slots slots;

    TimesPanels(Slots slots) {
        this.slots = slots;
    }

    @Override
    public String template() {
        return "availability/_times";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public TimesPanel model(MentorProfile mentor, Viewer viewer, ViewerZone zone, Map<String, String> params,
            Instant now) {
        var profile = "/mentors/" + mentor.slug();
        return panel(new Place(profile, profile + "/times", "/bookings/new"), mentor, mentor.offers(), viewer, zone,
                params, now);
    }

    /** @param params the page's query parameters, unchecked: offer, view, day, month, zone */
    public TimesPanel panel(Place place, MentorProfile mentor, List<OfferTerms> offers, Viewer viewer, ViewerZone zone,
            Map<String, String> params, Instant now) {
        var shown = zone.or(mentor.zone());
        var own = viewer.is(mentor.id());
        var today = LocalDate.ofInstant(now, shown);
        var offer = chosen(offers, params.get("offer"));
        if (offer.isEmpty()) {
            return TimesPanel.nothingOffered(mentor.summary(), shown, zone.known(), own, today);
        }
        var person = viewer instanceof SignedIn signedIn ? signedIn.id() : null;
        var schedule = slots.scheduleOf(mentor.id());
        var links = new PanelLinks(place, offer.get(), params.containsKey("zone") && zone.known() ? shown : null);
        var calendar = new OfferCalendar(range -> slots.free(offer.get(), schedule, person, range, now),
                schedule.horizonDays(offer.get().id()), shown, now);
        return links.panel(view(calendar, params), mentor.summary(), offers, zone.known(), own, today);
    }

    /** The times to which a booking can move; its offer is not chosen again. */
    public TimesPanel panel(Place place, MentorSummary mentor, Slots.Moving moving, ZoneId zone,
            Map<String, String> params, Instant now) {
        var schedule = slots.scheduleOf(mentor.id());
        var calendar = new OfferCalendar(range -> slots.free(moving, schedule, range, now),
                schedule.horizonDays(moving.session().id()), zone, now);
        return new PanelLinks(place, moving.session(), null).panel(view(calendar, params), mentor, List.of(), true,
                false, LocalDate.ofInstant(now, zone));
    }

    private static OfferCalendar.View view(OfferCalendar calendar, Map<String, String> params) {
        var span = "week".equals(params.get("view")) ? Span.WEEK : Span.MONTH;
        var day = date(params.get("day"));
        return calendar.view(span, day.or(() -> month(params.get("month"))).orElse(null), day.orElse(null));
    }

    private static Optional<OfferTerms> chosen(List<OfferTerms> offers, String wanted) {
        return offers.stream()
            .filter(offer -> offer.id().toString().equals(wanted))
            .findFirst()
            .or(() -> offers.stream().findFirst());
    }

    private static Optional<LocalDate> date(String text) {
        return parsed(text, LocalDate::parse);
    }

    private static Optional<LocalDate> month(String text) {
        return parsed(text, month -> YearMonth.parse(month).atDay(1));
    }

    private static Optional<LocalDate> parsed(String text, Function<String, LocalDate> parser) {
        try {
            return Optional.ofNullable(text).map(parser).filter(date -> date.getYear() > 2000 && date.getYear() < 2200);
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
