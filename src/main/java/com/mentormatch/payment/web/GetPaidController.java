package com.mentormatch.payment.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.payment.GetPaidPages;
import com.mentormatch.payment.LookAtAccount;
import com.mentormatch.payment.PaymentRefusal;
import com.mentormatch.payment.PayoutCountries;
import com.mentormatch.payment.StartPayouts;
import com.mentormatch.payment.StatementFilter;
import com.mentormatch.payment.StatementPages;
import com.mentormatch.payment.Till;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Refused;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A mentor's way to being paid: off to Stripe, back, and what it still wants. Coming back proves nothing, so Stripe is
 * asked. Who has no profile yet is sent to write one first.
 */
@Controller
@RequestMapping("/mentor/payouts")
class GetPaidController {

    private static final Logger log = LoggerFactory.getLogger(GetPaidController.class);
    private static final URI HERE = URI.create("/mentor/payouts");
    private static final URI PROFILE = URI.create("/mentor/profile");

    private final GetPaidPages pages;
    private final StartPayouts start;
    private final LookAtAccount accounts;
    private final StatementPages statements;
    private final Mentors mentors;
    private final Clock clock;

    GetPaidController(GetPaidPages pages, StartPayouts start, LookAtAccount accounts, StatementPages statements,
            Mentors mentors, Clock clock) {
        this.pages = pages;
        this.start = start;
        this.accounts = accounts;
        this.statements = statements;
        this.mentors = mentors;
        this.clock = clock;
    }

    /** @param after where the statement goes on; with htmx the filters answer the statement alone */
    @GetMapping
    String show(SignedIn viewer, ViewerZone zone, @RequestParam(required = false) String month,
            @RequestParam(required = false) String currency, @RequestParam(required = false) String kind,
            @RequestParam(required = false) String after, HtmxRequest htmx, Locale locale, Model model) {
        if (!mentors.isMentor(viewer.id())) {
            return "redirect:" + PROFILE;
        }
        model.addAttribute("statement",
                statements.of(viewer, StatementFilter.of(month, currency, kind), after, clock.instant()));
        model.addAttribute("zone", zone.or(ZoneOffset.UTC));
        if (Views.wantsFragment(htmx)) {
            return "payment/_statement";
        }
        model.addAttribute("form", GetPaidForm.fresh(locale.getCountry()));
        fill(model, viewer, zone, locale);
        return "payment/get-paid";
    }

    @PostMapping("/account")
    ModelAndView begin(@ModelAttribute("form") GetPaidForm form, BindingResult errors, SignedIn viewer,
            HtmxRequest htmx, ViewerZone zone, Locale locale, Model model) {
        if (!mentors.isMentor(viewer.id())) {
            return Redirects.to(htmx, PROFILE);
        }
        if (!pages.of(viewer, locale).begun()) {
            form.check(errors);
        }
        if (errors.hasErrors()) {
            fill(model, viewer, zone, locale);
            return new ModelAndView(Views.of(htmx, "payment/get-paid", "payment/_account"), model.asMap(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return leave(start.start(viewer.id(), form.country(), form.token(), clock.instant()), htmx, viewer, zone,
                locale, model);
    }

    @PostMapping("/dashboard")
    ModelAndView dashboard(@RequestParam(required = false) String formToken, SignedIn viewer, HtmxRequest htmx,
            ViewerZone zone, Locale locale, Model model) {
        var form = new GetPaidForm("", formToken);
        if (!pages.of(viewer, locale).dashboard()) {
            return Redirects.to(htmx, HERE);
        }
        model.addAttribute("form", form);
        return leave(start.dashboard(viewer.id(), form.token()), htmx, viewer, zone, locale, model);
    }

    /** Where Stripe sends people back to. */
    @GetMapping("/account")
    String returned(@RequestParam Optional<String> again, SignedIn viewer, Locale locale, RedirectAttributes next) {
        next.addFlashAttribute("flash", again.isPresent() ? "payout.flash.again" : said(viewer, locale));
        return "redirect:" + HERE;
    }

    private String said(SignedIn viewer, Locale locale) {
        try {
            accounts.look(viewer.id(), clock.instant());
            return "payout.flash." + pages.of(viewer, locale).stage();
        } catch (Till.Unavailable down) {
            log.warn("Mentor {} came back and Stripe cannot be asked: {}", viewer.id(), down.getMessage());
            return "payout.flash.unavailable";
        }
    }

    private ModelAndView leave(Optional<URI> page, HtmxRequest htmx, SignedIn viewer, ViewerZone zone, Locale locale,
            Model model) {
        if (page.isPresent()) {
            return Redirects.to(htmx, page.get());
        }
        if (Views.wantsFragment(htmx)) {
            throw new Refused(PaymentRefusal.PAYOUTS_UNAVAILABLE);
        }
        fill(model, viewer, zone, locale);
        model.addAttribute("unavailable", true);
        return new ModelAndView("payment/get-paid", model.asMap(), HttpStatus.SERVICE_UNAVAILABLE);
    }

    private void fill(Model model, SignedIn viewer, ViewerZone zone, Locale locale) {
        model.addAttribute("page", pages.of(viewer, locale));
        model.addAttribute("countries", PayoutCountries.named(locale));
        model.addAttribute("token", FormToken.next());
        model.addAttribute("zone", zone.or(ZoneOffset.UTC));
        if (!model.containsAttribute("statement")) {
            model.addAttribute("statement",
                    statements.of(viewer, StatementFilter.of(null, null, null), null, clock.instant()));
        }
    }
}
