package com.mentormatch.notification;

import com.mentormatch.account.ReasonForm;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.Refusal;
import com.mentormatch.web.Address;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mails that failed or wait, for admins. */
@Controller
@RequestMapping("/admin/outbox")
class OutboxController {

    private static final int PAGE = 25;
    private static final String PATH = "/admin/outbox";

    private interface Act {

        boolean done(String reason);
    }

    private final AdminMails mails;
    private final Clock clock;

    OutboxController(AdminMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "FAILED") MailStatus show,
            @RequestParam(required = false) String after, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return list(show, after, null, "", null, HttpStatus.OK, viewer, zone, htmx);
    }

    @PostMapping("/{id}/retry")
    ModelAndView retry(@PathVariable UUID id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        return act("retry", id, form, errors, viewer, zone, htmx, next,
                reason -> mails.retry(viewer, id, reason, clock.instant()));
    }

    @PostMapping("/{id}/removal")
    ModelAndView drop(@PathVariable UUID id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        return act("drop", id, form, errors, viewer, zone, htmx, next,
                reason -> mails.drop(viewer, id, reason, clock.instant()));
    }

    private ModelAndView act(String name, UUID id, ReasonForm form, BindingResult errors, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx, RedirectAttributes next, Act act) {
        var mail = mails.find(id, clock.instant()).orElseThrow(NotFound::new);
        if (mails.own(viewer, mail, clock.instant())) {
            throw new Forbidden(Refusal.OWN_BOOKING);
        }
        var show = mail.status() == MailStatus.WAITING ? MailStatus.WAITING : MailStatus.FAILED;
        var open = name + "-" + id;
        if (errors.hasErrors()) {
            return list(show, AdminMails.before(id), open, form.reason(), "admin.reason.length",
                    HttpStatus.UNPROCESSABLE_CONTENT, viewer, zone, htmx);
        }
        if (!act.done(form.reason())) {
            return list(show, AdminMails.before(id), open, form.reason(), "admin.outbox.gone", HttpStatus.CONFLICT,
                    viewer, zone, htmx);
        }
        next.addFlashAttribute("flash", "admin.outbox.said." + name);
        return Redirects.to(htmx, URI.create(PATH + "?show=" + show));
    }

    /** @param open which act was tried, with that reason typed */
    private ModelAndView list(MailStatus show, String after, String open, String reason, String problem,
            HttpStatus status, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var found = mails.list(show, after, PAGE, clock.instant());
        var here = Address.of(PATH).with("show", show);
        var view = new ModelAndView(Views.of(htmx, "notification/outbox", "notification/_outbox"), status);
        view.addObject("found", found);
        view.addObject("show", show);
        view.addObject("first", after == null ? null : here.toString());
        view.addObject("next", found.more() == null ? null : here.with("after", found.more()).toString());
        view.addObject("open", open);
        view.addObject("reason", reason);
        view.addObject("problem", problem);
        view.addObject("now", clock.instant());
        view.addObject("zone", zone.zone());
        return view;
    }
}
