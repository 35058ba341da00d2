package com.mentormatch.booking.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.booking.Refusal;
import com.mentormatch.booking.RequestBooking;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a slot becomes a booking. */
@Controller
class NewBookingController {

    private final RequestBooking requestBooking;
    private final CheckoutDesk checkout;
    private final ChosenSlots chosen;
    private final Clock clock;

    NewBookingController(RequestBooking requestBooking, CheckoutDesk checkout, ChosenSlots chosen, Clock clock) {
        this.requestBooking = requestBooking;
        this.checkout = checkout;
        this.chosen = chosen;
        this.clock = clock;
    }

    /** Says at once where the time was lost between looking and choosing. */
    @GetMapping("/bookings/new")
    ModelAndView form(@RequestParam OfferId offer, @RequestParam Instant start, SignedIn viewer, ViewerZone zone,
            HtmxRequest htmx) {
        return fresh(BookingForm.empty(offer, start), viewer, zone, htmx);
    }

    /** The form of another mentor, chosen where this one is no longer free, with what was typed already. */
    @PostMapping("/bookings/new")
    ModelAndView elsewhere(@RequestParam OfferId elsewhere, @RequestParam Instant start,
            @RequestParam(defaultValue = "") String topic, @RequestParam(defaultValue = "") String message,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return fresh(new BookingForm(elsewhere, start, null, topic, message, FormToken.next()), viewer, zone, htmx);
    }

    @PostMapping("/bookings")
    ModelAndView book(@Valid @ModelAttribute BookingForm bookingForm, BindingResult errors, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        if (errors.hasFieldErrors("offer") || errors.hasFieldErrors("start") || errors.hasFieldErrors("formToken")) {
            throw new BadRequest();
        }
        if (errors.hasErrors()) {
            return again(bookingForm, viewer, zone, htmx, null, HttpStatus.UNPROCESSABLE_CONTENT, now);
        }
        return switch (requestBooking.request(viewer, bookingForm.wish(), now)) {
            case RequestBooking.Refused(var reason) ->
                again(bookingForm, viewer, zone, htmx, reason, HttpStatus.valueOf(reason.status()), now);
            case RequestBooking.Booked(var id, var toPay) -> {
                var page = URI.create("/bookings/" + id);
                yield Redirects.to(htmx, toPay ? switch (checkout.open(id, now)) {
                    case CheckoutDesk.Redirect(var address) -> address;
                    case CheckoutDesk.Unavailable() -> URI.create(page + "/checkout");
                    case CheckoutDesk.NothingToPay() -> page;
                } : page);
            }
        };
    }

    private ModelAndView fresh(BookingForm form, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var slot = chosen.describe(form.offer(), form.start(), viewer, zone, null, clock.instant());
        return view(form, slot, htmx,
                slot.refusal() == null ? HttpStatus.OK : HttpStatus.valueOf(slot.refusal().status()));
    }

    private ModelAndView again(BookingForm form, SignedIn viewer, ViewerZone zone, HtmxRequest htmx, Refusal reason,
            HttpStatus status, Instant now) {
        return view(form, chosen.describe(form.offer(), form.start(), viewer, zone, reason, now), htmx, status);
    }

    private static ModelAndView view(BookingForm form, ChosenSlot slot, HtmxRequest htmx, HttpStatus status) {
        var view = new ModelAndView(Views.of(htmx, "booking/new", "booking/_form"), status);
        view.addObject("bookingForm", form);
        view.addObject("slot", slot);
        return view;
    }
}
