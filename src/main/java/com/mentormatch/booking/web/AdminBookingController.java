package com.mentormatch.booking.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.AdminBookingPage;
import com.mentormatch.booking.AdminBookings;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.BookingSearch;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.Refusal;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.Address;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everybody's bookings, and what an admin may do with one that is not their own. */
@Controller
@RequestMapping("/admin/bookings")
class AdminBookingController {

    private static final int PAGE = 25;

    /** @param from first and last day of the sessions, on the viewer's calendar */
    public record SearchForm(@Size(max = 254) String q, BookingStatus status,
            @DateTimeFormat(iso = ISO.DATE) LocalDate from, @DateTimeFormat(iso = ISO.DATE) LocalDate to) {

        BookingSearch.Wish wish(String after, ZoneId zone) {
            return new BookingSearch.Wish(q, status, from == null ? null : from.atStartOfDay(zone).toInstant(),
                    to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(), after);
        }

        /** Where the same search continues, or begins where there is no cursor. */
        String href(String after) {
            return Address.of("/admin/bookings")
                .with("q", q)
                .with("status", status)
                .with("from", from)
                .with("to", to)
                .with("after", after)
                .toString();
        }
    }

    /** @param back what the page said goes back, in minor units */
    public record CancelForm(@NotNull FormToken formToken, @NotNull Long back,
            @NotBlank @Size(max = CancelBooking.REASON_MAX) String reason) {

        public CancelForm {
            reason = reason == null ? "" : reason.replace("\r\n", "\n").strip();
        }
    }

    private final BookingSearch search;
    private final AdminBookings bookings;
    private final BookingViews views;
    private final CancelBooking cancel;
    private final Clock clock;

    AdminBookingController(BookingSearch search, AdminBookings bookings, BookingViews views, CancelBooking cancel,
            Clock clock) {
        this.search = search;
        this.bookings = bookings;
        this.views = views;
        this.cancel = cancel;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@Valid @ModelAttribute("search") SearchForm form, BindingResult errors,
            @RequestParam(required = false) String after, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var reader = zone.zone();
        var view = new ModelAndView(Views.of(htmx, "booking/admin-list", "booking/_admin-list"),
                errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        var found = search.find(viewer, form.wish(after, reader), PAGE, clock.instant());
        view.addObject("found", found);
        view.addObject("first", after == null ? null : form.href(null));
        view.addObject("next", found.more() == null ? null : form.href(found.more()));
        view.addObject("statuses", BookingStatus.values());
        view.addObject("zone", reader);
        return view;
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable BookingId id, SignedIn viewer, ViewerZone zone) {
        return show(id, viewer, zone, null, HttpStatus.OK, clock.instant());
    }

    @GetMapping("/{id}/cancellation")
    ModelAndView ask(@PathVariable BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var page = others(viewer, id, now);
        return page.cancel() == null ? Redirects.to(htmx, address(id)) : ask(page, null, "", HttpStatus.OK, zone, htmx);
    }

    @PostMapping("/{id}/cancellation")
    ModelAndView cancel(@PathVariable BookingId id, @Valid @ModelAttribute CancelForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var page = others(viewer, id, now);
        if (errors.hasFieldErrors("formToken") || errors.hasFieldErrors("back")) {
            throw new BadRequest();
        }
        if (errors.hasErrors() && page.cancel() != null) {
            return ask(page, "admin.reason.length", form.reason(), HttpStatus.UNPROCESSABLE_CONTENT, zone, htmx);
        }
        return switch (cancel.cancel(viewer, id, form.reason(), form.back(), form.formToken(), now)) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Done(_) -> Redirects.to(htmx, address(id));
            case Outcome.Refused(Refusal reason) -> {
                var fresh = others(viewer, id, now);
                var status = HttpStatus.valueOf(reason.status());
                yield fresh.cancel() == null
                        ? show(id, viewer, zone, reason.messageKey(), status, now)
                        : ask(fresh, reason.messageKey(), form.reason(), status, zone, htmx);
            }
        };
    }

    /** Nobody judges in their own case: an admin who is one of the two acts as that one, or asks another admin. */
    private AdminBookingPage others(SignedIn viewer, BookingId id, Instant now) {
        var page = bookings.show(viewer, id, now).orElseThrow(NotFound::new);
        if (page.page().role() != BookingPage.Role.ADMIN) {
            throw new Forbidden(Refusal.OWN_BOOKING);
        }
        return page;
    }

    private ModelAndView show(BookingId id, SignedIn viewer, ViewerZone zone, String problem, HttpStatus status,
            Instant now) {
        var page = bookings.show(viewer, id, now).orElseThrow(NotFound::new);
        var view = new ModelAndView("booking/admin-show", status);
        view.addObject("admin", page);
        view.addObject("page", page.page());
        view.addObject("sections", views.sections(page.page(), viewer, now));
        view.addObject("problem", problem);
        view.addObject("now", now);
        view.addObject("zone", zone.zone());
        return view;
    }

    private ModelAndView ask(AdminBookingPage page, String problem, String reason, HttpStatus status, ViewerZone zone,
            HtmxRequest htmx) {
        return views.cancellation("admin-cancellation", page.page(), problem, reason, status, zone, htmx)
            .addObject("admin", page);
    }

    private static URI address(BookingId id) {
        return URI.create("/admin/bookings/" + id);
    }
}
