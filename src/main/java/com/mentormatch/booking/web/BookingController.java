package com.mentormatch.booking.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.AcceptRequest;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.BookingPages.Shelf;
import com.mentormatch.booking.BookingPages.Side;
import com.mentormatch.booking.DeclineRequest;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.Refusal;
import com.mentormatch.booking.WithdrawBooking;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One booking and what its people do with it; the lists of a person's bookings. */
@Controller
class BookingController {

    private static final int PAGE = 20;

    /** What an answer or a withdrawal brings along. */
    public record ActForm(@NotNull FormToken formToken, @Size(max = DeclineRequest.REASON_MAX) String reason) {

        public ActForm {
            reason = reason == null || reason.isBlank() ? null : reason.replace("\r\n", "\n").strip();
        }
    }

    private final BookingPages pages;
    private final BookingViews views;
    private final AcceptRequest accept;
    private final DeclineRequest decline;
    private final WithdrawBooking withdraw;
    private final Clock clock;

    BookingController(BookingPages pages, BookingViews views, AcceptRequest accept, DeclineRequest decline,
            WithdrawBooking withdraw, Clock clock) {
        this.pages = pages;
        this.views = views;
        this.accept = accept;
        this.decline = decline;
        this.withdraw = withdraw;
        this.clock = clock;
    }

    @GetMapping("/bookings")
    String list(@RequestParam(defaultValue = "MENTEE") Side as, @RequestParam(defaultValue = "COMING") Shelf show,
            @RequestParam(defaultValue = "false") boolean moved, @RequestParam(required = false) String after,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, Model model) {
        model.addAttribute("list", pages.list(viewer, as, show, moved, after, PAGE, clock.instant()));
        model.addAttribute("as", as);
        model.addAttribute("show", show);
        model.addAttribute("moved", moved);
        model.addAttribute("after", after);
        model.addAttribute("zone", zone.zone());
        return Views.of(htmx, "booking/list", "booking/_cards");
    }

    @GetMapping("/bookings/{id}")
    ModelAndView show(@PathVariable BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return views.show(id, viewer, zone, htmx, null, HttpStatus.OK, clock.instant());
    }

    @PostMapping("/bookings/{id}/acceptance")
    ModelAndView accept(@PathVariable BookingId id, @Valid @ModelAttribute ActForm form, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx, HttpServletResponse response) {
        return answer(accept.accept(viewer, id, form.formToken(), clock.instant()), id, viewer, zone, htmx, response);
    }

    @PostMapping("/bookings/{id}/refusal")
    ModelAndView decline(@PathVariable BookingId id, @Valid @ModelAttribute ActForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, HttpServletResponse response) {
        if (errors.hasFieldErrors("formToken")) {
            throw new BadRequest();
        }
        if (errors.hasErrors()) {
            return views.show(id, viewer, zone, htmx, "booking.reason.length", form.reason(),
                    HttpStatus.UNPROCESSABLE_CONTENT, clock.instant());
        }
        return answer(decline.decline(viewer, id, form.reason(), form.formToken(), clock.instant()), id, viewer, zone,
                htmx, response);
    }

    @PostMapping("/bookings/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable BookingId id, @Valid @ModelAttribute ActForm form, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx, HttpServletResponse response) {
        return answer(withdraw.withdraw(viewer, id, form.formToken(), clock.instant()), id, viewer, zone, htmx,
                response);
    }

    private ModelAndView answer(Outcome outcome, BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx,
            HttpServletResponse response) {
        // Other parts of the page count requests: they look again.
        response.setHeader("HX-Trigger", "requests-changed");
        return switch (outcome) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Refused(Refusal reason) when reason.status() == 403 -> throw new Forbidden(reason);
            case Outcome.Refused(Refusal reason) -> views.show(id, viewer, zone, htmx, reason.messageKey(),
                    HttpStatus.valueOf(reason.status()), clock.instant());
            case Outcome.Done(_) when Views.wantsFragment(htmx) ->
                views.show(id, viewer, zone, htmx, null, HttpStatus.OK, clock.instant());
            case Outcome.Done(_) -> new ModelAndView("redirect:/bookings/" + id);
        };
    }
}
