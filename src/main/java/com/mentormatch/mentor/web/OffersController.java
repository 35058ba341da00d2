package com.mentormatch.mentor.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.MentorStanding;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferOutcome;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Currencies;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Refused;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A mentor's own offers. Who has no profile yet is sent to write one first. */
@Controller
@RequestMapping("/mentor/offers")
class OffersController {

    private static final String LIST = "/mentor/offers";
    private static final String START = "redirect:/mentor/profile";

    private final Mentors mentors;
    private final EditOffers offers;
    private final Clock clock;

    OffersController(Mentors mentors, EditOffers offers, Clock clock) {
        this.mentors = mentors;
        this.offers = offers;
        this.clock = clock;
    }

    @GetMapping
    String list(SignedIn viewer, Model model) {
        var profile = mentors.byId(viewer.id());
        if (profile.isEmpty()) {
            return START;
        }
        model.addAttribute("profile", profile.get());
        model.addAttribute("offers", mentors.offers(viewer.id()));
        return "mentor/offers";
    }

    @GetMapping("/new")
    String compose(SignedIn viewer, Model model, Locale locale) {
        if (!mentors.isMentor(viewer.id())) {
            return START;
        }
        var currency = mentors.offers(viewer.id()).stream().findFirst().map(offer -> offer.price().currency());
        model.addAttribute("form", OfferForm.fresh(currency.orElseGet(() -> Prices.usualCurrency(locale))));
        fill(model, viewer, Optional.empty());
        return "mentor/offer";
    }

    @PostMapping("/new")
    String add(@ModelAttribute("form") OfferForm form, BindingResult errors, SignedIn viewer, HtmxRequest htmx,
            HttpServletResponse response, Model model, RedirectAttributes next) {
        form.check(errors);
        if (!errors.hasErrors()) {
            var outcome = offers.add(viewer.id(), form.draft(), form.token(), clock.instant());
            if (taken(outcome, form, errors)) {
                next.addFlashAttribute("flash", form.publishing() ? "mentor.offer.published" : "mentor.offer.saved");
                return Redirects.to(htmx, LIST);
            }
        }
        return again(Optional.empty(), viewer, htmx, response, model);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable OfferId id, SignedIn viewer, Model model) {
        var offer = own(id, viewer);
        model.addAttribute("form", OfferForm.of(offer));
        fill(model, viewer, Optional.of(offer));
        return "mentor/offer";
    }

    @PostMapping("/{id}")
    String change(@PathVariable OfferId id, @ModelAttribute("form") OfferForm form, BindingResult errors,
            SignedIn viewer, HtmxRequest htmx, HttpServletResponse response, Model model, RedirectAttributes next) {
        var offer = own(id, viewer);
        form.check(errors);
        if (!errors.hasErrors() && taken(offers.change(viewer.id(), id, form.draft()), form, errors)) {
            next.addFlashAttribute("flash", form.publishing() ? "mentor.offer.published" : "mentor.offer.saved");
            return Redirects.to(htmx, LIST);
        }
        return again(Optional.of(offer), viewer, htmx, response, model);
    }

    @PostMapping("/{id}/publication")
    String publish(@PathVariable OfferId id, @RequestParam boolean published, SignedIn viewer, HtmxRequest htmx,
            Model model, RedirectAttributes next) {
        switch (offers.publish(viewer.id(), id, published)) {
            case OfferOutcome.Saved _ -> {
            }
            case OfferOutcome.Refused(var reason) -> throw new Refused(reason);
            case OfferOutcome.Missing _ -> throw new NotFound();
        }
        var said = published ? "mentor.offer.published" : "mentor.offer.hidden";
        if (Views.wantsFragment(htmx)) {
            model.addAttribute("offer", own(id, viewer));
            model.addAttribute("said", said);
            return "mentor/_offer";
        }
        next.addFlashAttribute("flash", said);
        return "redirect:" + LIST;
    }

    private OfferTerms own(OfferId id, SignedIn viewer) {
        return mentors.offer(id).filter(offer -> offer.mentor().equals(viewer.id())).orElseThrow(NotFound::new);
    }

    private static boolean taken(OfferOutcome outcome, OfferForm form, BindingResult errors) {
        return switch (outcome) {
            case OfferOutcome.Saved _ -> true;
            case OfferOutcome.Refused(var reason) -> {
                var minimum = Currencies.minimum(form.currency()).format(LocaleContextHolder.getLocale());
                var field = switch (reason) {
                    case PROFILE_NEEDED -> "";
                    case LENGTH_NOT_ALLOWED -> "minutes";
                    default -> "price";
                };
                errors.rejectValue(field, reason.messageKey(), new Object[]{minimum, form.currency()}, null);
                yield false;
            }
            case OfferOutcome.Missing _ -> throw new NotFound();
        };
    }

    private String again(Optional<OfferTerms> offer, SignedIn viewer, HtmxRequest htmx, HttpServletResponse response,
            Model model) {
        response.setStatus(422);
        fill(model, viewer, offer);
        return Views.of(htmx, "mentor/offer", "mentor/_offer-form");
    }

    private void fill(Model model, SignedIn viewer, Optional<OfferTerms> offer) {
        model.addAttribute("offer", offer.orElse(null));
        model.addAttribute("lengths", mentors.standing(viewer.id()).orElse(MentorStanding.USUAL).lengths());
        model.addAttribute("lateRefunds", OfferDraft.LATE_REFUNDS);
        model.addAttribute("currencies", Currencies.all());
    }
}
