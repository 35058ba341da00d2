package com.mentormatch.payment.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.CheckoutDesk;
import com.mentormatch.booking.Refusal;
import com.mentormatch.payment.PaymentPages;
import com.mentormatch.payment.PaymentRefusal;
import com.mentormatch.payment.PaymentView;
import com.mentormatch.payment.SettlePayment;
import com.mentormatch.payment.Till;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Refused;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Off to Stripe's page, again where one has left it. */
@Controller
class CheckoutController {

    private final PaymentPages pages;
    private final SettlePayment settle;
    private final CheckoutDesk desk;
    private final Clock clock;

    CheckoutController(PaymentPages pages, SettlePayment settle, CheckoutDesk desk, Clock clock) {
        this.pages = pages;
        this.settle = settle;
        this.desk = desk;
        this.clock = clock;
    }

    @PostMapping("/bookings/{id}/checkout")
    ModelAndView open(SignedIn viewer, @PathVariable BookingId id, HtmxRequest htmx) {
        var now = clock.instant();
        var payment = pages.of(viewer, id, now).orElseThrow(NotFound::new);
        if (!payment.mine()) {
            throw new Forbidden(Refusal.ONLY_MENTEE_PAYS);
        }
        try {
            settle.settle(id, now);
        } catch (Till.Unavailable down) {
            return unavailable(payment, htmx);
        }
        return switch (desk.open(id, now)) {
            case CheckoutDesk.Redirect(var checkout) -> Redirects.to(htmx, checkout);
            case CheckoutDesk.NothingToPay _ -> Redirects.to(htmx, booking(id));
            case CheckoutDesk.Unavailable _ -> unavailable(payment, htmx);
        };
    }

    /** What is left in the address bar when Stripe did not answer: the same page, to try again from. */
    @GetMapping("/bookings/{id}/checkout")
    ModelAndView waiting(SignedIn viewer, @PathVariable BookingId id, HtmxRequest htmx) {
        var payment = pages.of(viewer, id, clock.instant()).orElseThrow(NotFound::new);
        return payment.payable() ? unavailable(payment, htmx) : Redirects.to(htmx, booking(id));
    }

    private static URI booking(BookingId id) {
        return URI.create("/bookings/" + id);
    }

    private static ModelAndView unavailable(PaymentView payment, HtmxRequest htmx) {
        if (Views.wantsFragment(htmx)) {
            throw new Refused(PaymentRefusal.CHECKOUT_UNAVAILABLE);
        }
        return new ModelAndView("payment/unavailable", Map.of("payment", payment), HttpStatus.SERVICE_UNAVAILABLE);
    }
}
