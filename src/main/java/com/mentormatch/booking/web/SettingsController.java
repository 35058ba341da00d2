package com.mentormatch.booking.web;

import com.mentormatch.account.AdminAct;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingRules;
import com.mentormatch.booking.CurrentRules;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What admins set about bookings. */
@Controller("bookingSettingsController")
class SettingsController {

    private static final String PATH = "/admin/settings";
    private static final int CHANGES = 10;

    /** @param seen the version on which this was decided */
    public record RulesForm(@NotNull @Min(0) @Max(90) Integer feePercent,
            @NotNull @Min(3) @Max(168) Integer answerHours, @NotNull @Min(1) @Max(50) Integer maxUndecided,
            @NotNull @Min(1) @Max(50) Integer maxUnpaid, @NotNull @Min(1) @Max(1000) Integer triesAnHour, Integer seen,
            @NotBlank @Size(max = AdminAct.REASON_MAX) String reason) {

        public RulesForm {
            reason = reason == null ? "" : reason.replace("\r\n", "\n").strip();
        }

        static RulesForm of(CurrentRules.Version latest) {
            var rules = latest.rules();
            return new RulesForm(rules.feePercent(), rules.answerHours(), rules.maxUndecided(), rules.maxUnpaid(),
                    rules.triesAnHour(), latest.version(), "");
        }

        BookingRules rules() {
            return new BookingRules(feePercent, answerHours, maxUndecided, maxUnpaid, triesAnHour);
        }
    }

    private final CurrentRules rules;
    private final Clock clock;

    SettingsController(CurrentRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(ViewerZone zone, HtmxRequest htmx) {
        var form = RulesForm.of(rules.latest());
        return page(form.seen(), null, HttpStatus.OK, zone, htmx).addObject("form", form);
    }

    @PostMapping(PATH)
    ModelAndView save(@Valid @ModelAttribute("form") RulesForm form, BindingResult errors, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        if (form.seen() == null) {
            throw new BadRequest();
        }
        if (errors.hasErrors()) {
            return page(form.seen(), null, HttpStatus.UNPROCESSABLE_CONTENT, zone, htmx);
        }
        if (!rules.change(viewer, form.rules(), form.seen(), form.reason(), clock.instant())) {
            return page(rules.latest().version(), "admin.settings.changed", HttpStatus.CONFLICT, zone, htmx);
        }
        next.addFlashAttribute("flash", "admin.settings.said");
        return Redirects.to(htmx, URI.create(PATH));
    }

    /** @param seen the version the page shows or has told of; a correction does not make an old one new */
    private ModelAndView page(int seen, String problem, HttpStatus status, ViewerZone zone, HtmxRequest htmx) {
        var view = new ModelAndView(Views.of(htmx, "booking/admin-settings", "booking/_admin-settings"), status);
        view.addObject("problem", problem);
        view.addObject("seen", seen);
        view.addObject("changes", rules.changes(CHANGES));
        view.addObject("zone", zone.zone());
        return view;
    }
}
