package com.mentormatch.payment.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.payment.LeaveTip;
import com.mentormatch.payment.TipRefusal;
import com.mentormatch.payment.SettleTip;
import com.mentormatch.payment.Till;
import com.mentormatch.payment.TipPages;
import com.mentormatch.payment.TipsView;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Refused;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A mentee's thank you in money. Coming back from Stripe proves nothing, so Stripe is asked. */
@Controller
@RequestMapping("/bookings/{id}/tips")
class TipController {

    private static final Logger log = LoggerFactory.getLogger(TipController.class);

    private static final Duration RECENT = Duration.ofMinutes(5);

    private final TipPages pages;
    private final LeaveTip leave;
    private final SettleTip settle;
    private final Clock clock;

    TipController(TipPages pages, LeaveTip leave, SettleTip settle, Clock clock) {
        this.pages = pages;
        this.leave = leave;
        this.settle = settle;
        this.clock = clock;
    }

    @GetMapping
    String compose(SignedIn viewer, @PathVariable BookingId id, Model model) {
        model.addAttribute("tips", own(viewer, id));
        model.addAttribute("form", TipForm.fresh());
        return "payment/tip";
    }

    @PostMapping
    ModelAndView give(SignedIn viewer, @PathVariable BookingId id, @ModelAttribute("form") TipForm form,
            BindingResult errors, HtmxRequest htmx, Model model) {
        var tips = own(viewer, id);
        form.check(errors, tips.least());
        if (errors.hasErrors()) {
            return form(tips, htmx, model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var amount = form.amount(tips.least().currency());
        return switch (leave.leave(viewer, id, amount, form.message(), form.token(), clock.instant())) {
            case LeaveTip.Redirect(var page) -> Redirects.to(htmx, page);
            case LeaveTip.Done _ -> Redirects.to(htmx, URI.create("/bookings/" + id + "/tips/paid"));
            case LeaveTip.Refused(var reason) -> throw new Refused(reason);
            case LeaveTip.Unavailable _ -> {
                model.addAttribute("form", form.again());
                model.addAttribute("unavailable", true);
                yield form(tips, htmx, model, HttpStatus.SERVICE_UNAVAILABLE);
            }
        };
    }

    @GetMapping("/paid")
    String returned(SignedIn viewer, @PathVariable BookingId id, RedirectAttributes next) {
        var now = clock.instant();
        if (pages.of(viewer, id, now).orElseThrow(NotFound::new).mine()) {
            if (!asked(id)) {
                next.addFlashAttribute("flash", "tip.flash.later");
            } else if (justNow(pages.of(viewer, id, now).orElseThrow(), now)) {
                next.addFlashAttribute("flash", "tip.flash.paid");
            }
        }
        return "redirect:/bookings/" + id;
    }

    /** Stripe's message may have been faster than the person. */
    private static boolean justNow(TipsView tips, Instant now) {
        return !tips.given().isEmpty() && tips.given().getLast().at().isAfter(now.minus(RECENT));
    }

    private boolean asked(BookingId id) {
        try {
            settle.settle(id, clock.instant());
            return true;
        } catch (Till.Unavailable down) {
            log.warn("Someone came back from paying a tip and Stripe cannot be asked: {}", down.getMessage());
            return false;
        }
    }

    private TipsView own(SignedIn viewer, BookingId id) {
        var tips = pages.of(viewer, id, clock.instant()).orElseThrow(NotFound::new);
        if (!tips.mine()) {
            throw new Forbidden(TipRefusal.ONLY_MENTEE_TIPS);
        }
        if (!tips.may()) {
            throw new Refused(TipRefusal.TIP_NOT_NOW);
        }
        return tips;
    }

    private static ModelAndView form(TipsView tips, HtmxRequest htmx, Model model, HttpStatus status) {
        model.addAttribute("tips", tips);
        return new ModelAndView(Views.of(htmx, "payment/tip", "payment/_tip-form"), model.asMap(), status);
    }
}
