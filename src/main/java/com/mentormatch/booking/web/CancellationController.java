package com.mentormatch.booking.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.CancelBooking;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.Refusal;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Calling a session off: what that gives back is on the page, and comes back with the click. */
@Controller
class CancellationController {

    /** @param back what the page said goes back, in minor units */
    public record CancelForm(@NotNull FormToken formToken, @NotNull Long back,
            @Size(max = CancelBooking.REASON_MAX) String reason) {

        public CancelForm {
            reason = reason == null || reason.isBlank() ? null : reason.replace("\r\n", "\n").strip();
        }
    }

    private final BookingPages pages;
    private final BookingViews views;
    private final CancelBooking cancel;
    private final Clock clock;

    CancellationController(BookingPages pages, BookingViews views, CancelBooking cancel, Clock clock) {
        this.pages = pages;
        this.views = views;
        this.cancel = cancel;
        this.clock = clock;
    }

    @GetMapping("/bookings/{id}/cancellation")
    ModelAndView ask(@PathVariable BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var page = page(viewer, id, now);
        return page.cancel() == null
                ? Redirects.to(htmx, booking(id))
                : ask(page, null, null, HttpStatus.OK, zone, htmx);
    }

    @PostMapping("/bookings/{id}/cancellation")
    ModelAndView cancel(@PathVariable BookingId id, @Valid @ModelAttribute CancelForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var page = page(viewer, id, now);
        if (errors.hasFieldErrors("formToken") || errors.hasFieldErrors("back")) {
            throw new BadRequest();
        }
        if (errors.hasErrors() && page.cancel() != null) {
            return ask(page, "booking.reason.length", form.reason(), HttpStatus.UNPROCESSABLE_CONTENT, zone, htmx);
        }
        return switch (cancel.cancel(viewer, id, form.reason(), form.back(), form.formToken(), now)) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Done(_) -> Redirects.to(htmx, booking(id));
            case Outcome.Refused(Refusal reason) -> {
                var fresh = page(viewer, id, now);
                var status = HttpStatus.valueOf(reason.status());
                yield fresh.cancel() == null
                        ? views.show(id, viewer, zone, htmx, reason.messageKey(), status, now)
                        : ask(fresh, reason.messageKey(), form.reason(), status, zone, htmx);
            }
        };
    }

    /** An admin cancels from the admin panel, where the reason is asked for and kept. */
    private BookingPage page(SignedIn viewer, BookingId id, Instant now) {
        var page = pages.show(viewer, id, now).orElseThrow(NotFound::new);
        if (page.role() == BookingPage.Role.ADMIN) {
            throw new Forbidden(Refusal.ONLY_PARTICIPANTS);
        }
        return page;
    }

    private ModelAndView ask(BookingPage page, String problem, String reason, HttpStatus status, ViewerZone zone,
            HtmxRequest htmx) {
        return views.cancellation("cancellation", page, problem, reason, status, zone, htmx);
    }

    private static URI booking(BookingId id) {
        return URI.create("/bookings/" + id);
    }
}
