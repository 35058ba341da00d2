package com.mentormatch.booking.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.BookingSection;
import com.mentormatch.booking.GivenBack;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a booking: as a page, as the region of that page, or as the card of a list that its forms were on. */
@Component
class BookingViews {

    private final BookingPages pages;
    private final List<BookingSection> sections;
    private final Alternatives alternatives;
    private final GivenBack given;

    BookingViews(BookingPages pages, ObjectProvider<BookingSection> sections, Alternatives alternatives,
            GivenBack given) {
        this.pages = pages;
        this.alternatives = alternatives;
        this.given = given;
        this.sections = sections.stream().sorted(Comparator.comparing(BookingSection::order)).toList();
    }

    ModelAndView show(BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx, String problem,
            HttpStatus status, Instant now) {
        return show(id, viewer, zone, htmx, problem, null, status, now);
    }

    /** @param problem a message key or sentence, said above everything else; null where there is none */
    ModelAndView show(BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx, String problem, String reason,
            HttpStatus status, Instant now) {
        var page = pages.show(viewer, id, now).orElseThrow(NotFound::new);
        var card = htmx.isHtmxRequest() && ("request-" + id).equals(htmx.getTarget());
        var view = new ModelAndView(card ? "booking/_answered" : Views.of(htmx, "booking/show", "booking/_booking"),
                status);
        view.addObject("page", page);
        view.addObject("problem", problem);
        view.addObject("reason", reason);
        view.addObject("now", now);
        view.addObject("instead", alternatives.of(page, viewer, now));
        view.addObject("sections", sections(page, viewer, now));
        view.addObject("zone", zone.zone());
        return view;
    }

    /**
     * The page on which it is called off, or its region.
     *
     * @param name    of the page's template
     * @param problem a message key; null where there is none
     * @param reason  as typed so far
     */
    ModelAndView cancellation(String name, BookingPage page, String problem, String reason, HttpStatus status,
            ViewerZone zone, HtmxRequest htmx) {
        var view = new ModelAndView(Views.of(htmx, "booking/" + name, "booking/_" + name), status);
        view.addObject("page", page);
        view.addObject("atBank", given.atBank(page.booking().id()));
        view.addObject("problem", problem);
        view.addObject("reason", reason);
        view.addObject("zone", zone.zone());
        return view;
    }

    /** What other modules have to say about it, as this viewer may see it. */
    List<Map<String, Object>> sections(BookingPage page, SignedIn viewer, Instant now) {
        return sections.stream()
            .map(section -> Map.of("template", section.template(), "model", section.model(page.booking(), viewer, now)))
            .toList();
    }
}
