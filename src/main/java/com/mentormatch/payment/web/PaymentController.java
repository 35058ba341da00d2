package com.mentormatch.payment.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.PaymentPages;
import com.mentormatch.payment.SettlePayment;
import com.mentormatch.payment.Till;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was paid, and the page Stripe sends the payer back to. That page asks Stripe; coming back proves nothing. */
@Controller
class PaymentController {

    private static final Logger log = LoggerFactory.getLogger(PaymentController.class);

    private final PaymentPages pages;
    private final SettlePayment settle;
    private final Clock clock;

    PaymentController(PaymentPages pages, SettlePayment settle, Clock clock) {
        this.pages = pages;
        this.settle = settle;
        this.clock = clock;
    }

    @GetMapping("/bookings/{id}/payment")
    String show(SignedIn viewer, @PathVariable BookingId id, HtmxRequest htmx, Model model) {
        model.addAttribute("payment", pages.of(viewer, id, clock.instant()).orElseThrow(NotFound::new));
        return Views.of(htmx, "payment/show", "payment/_payment");
    }

    @GetMapping("/bookings/{id}/paid")
    String returned(SignedIn viewer, @PathVariable BookingId id, Model model, RedirectAttributes next,
            HttpServletResponse response) {
        var now = clock.instant();
        if (!pages.of(viewer, id, now).orElseThrow(NotFound::new).mine()) {
            return "redirect:/bookings/" + id;
        }
        var asked = asked(id);
        var payment = pages.of(viewer, id, now).orElseThrow(NotFound::new);
        return switch (payment.state()) {
            case "paid", "authorised" -> {
                next.addFlashAttribute("flash", "payment.flash." + payment.state());
                yield "redirect:/bookings/" + id;
            }
            default -> {
                if (asked && !payment.moving()) {
                    yield "redirect:/bookings/" + id;
                }
                model.addAttribute("payment", payment);
                response.setHeader("Refresh", "4");
                yield "payment/returned";
            }
        };
    }

    private boolean asked(BookingId id) {
        try {
            settle.settle(id, clock.instant());
            return true;
        } catch (Till.Unavailable down) {
            log.warn("Someone came back from Checkout and Stripe cannot be asked: {}", down.getMessage());
            return false;
        }
    }
}
