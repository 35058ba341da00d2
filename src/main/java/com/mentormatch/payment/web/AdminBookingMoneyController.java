package com.mentormatch.payment.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.Refusal;
import com.mentormatch.payment.BookingMoney;
import com.mentormatch.payment.PaymentRefusal;
import com.mentormatch.payment.RefundPayment;
import com.mentormatch.shared.Amount;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A booking's page of the ledger, and money an admin gives back of it. */
@Controller
@RequestMapping("/admin/money/bookings/{id}")
class AdminBookingMoneyController {

    private final BookingMoney money;
    private final RefundPayment refund;
    private final Clock clock;

    AdminBookingMoneyController(BookingMoney money, RefundPayment refund, Clock clock) {
        this.money = money;
        this.refund = refund;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable BookingId id, SignedIn viewer, ViewerZone zone) {
        return show(page(viewer, id, clock.instant()), RefundForm.EMPTY, null, HttpStatus.OK, zone);
    }

    @PostMapping("/refunds")
    ModelAndView refund(@PathVariable BookingId id, @Valid @ModelAttribute RefundForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var page = page(viewer, id, now);
        if (page.own()) {
            throw new Forbidden(Refusal.OWN_BOOKING);
        }
        if (errors.hasFieldErrors("formToken")) {
            throw new BadRequest();
        }
        if (errors.hasErrors()) {
            return show(page, form, "admin.reason.length", HttpStatus.UNPROCESSABLE_CONTENT, zone);
        }
        return refused(viewer, page, form, now)
            .map(reason -> show(page(viewer, id, now), form, reason.messageKey(), HttpStatus.valueOf(reason.status()),
                    zone))
            .orElseGet(() -> Redirects.to(htmx, URI.create("/admin/money/bookings/" + id)));
    }

    private Optional<PaymentRefusal> refused(SignedIn viewer, BookingMoney.Page page, RefundForm form, Instant now) {
        if (page.left() == null) {
            return Optional.of(PaymentRefusal.NOTHING_TO_REFUND);
        }
        return Amount.parse(form.amount(), page.left().currency())
            .map(amount -> refund.refund(viewer, page.booking(), amount, form.reason(), form.formToken(), now))
            .orElse(Optional.of(PaymentRefusal.TOO_MUCH_TO_REFUND));
    }

    private BookingMoney.Page page(SignedIn viewer, BookingId id, Instant now) {
        return money.of(viewer, id, now).orElseThrow(NotFound::new);
    }

    private static ModelAndView show(BookingMoney.Page page, RefundForm typed, String problem, HttpStatus status,
            ViewerZone zone) {
        var view = new ModelAndView("payment/admin-booking", status);
        view.addObject("money", page);
        view.addObject("typed", typed);
        view.addObject("problem", problem);
        view.addObject("zone", zone.zone());
        return view;
    }
}
