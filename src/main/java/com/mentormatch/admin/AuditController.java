package com.mentormatch.admin;

import com.mentormatch.account.AccountId;
import com.mentormatch.web.Address;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The audit log, and what narrows it. */
@Controller
class AuditController {

    private static final int PAGE = 50;
    private static final String PATH = "/admin/audit";

    /** @param from first and last day, on the viewer's calendar */
    public record AuditForm(AccountId who, String act, String subject, @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) LocalDate to) {

        AuditLog.Wish wish(String after, ZoneId zone) {
            return new AuditLog.Wish(who, act, subject, from == null ? null : from.atStartOfDay(zone).toInstant(),
                    to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(), after);
        }

        String href(String after) {
            return Address.of(PATH)
                .with("who", who)
                .with("act", act)
                .with("subject", subject)
                .with("from", from)
                .with("to", to)
                .with("after", after)
                .toString();
        }
    }

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping(PATH)
    ModelAndView log(@ModelAttribute("search") AuditForm form, BindingResult errors,
            @RequestParam(required = false) String after, ViewerZone zone, HtmxRequest htmx) {
        var found = log.find(form.wish(after, zone.zone()), PAGE);
        var view = new ModelAndView(Views.of(htmx, "admin/audit", "admin/_audit"),
                errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        view.addObject("found", found);
        view.addObject("known", log.known());
        view.addObject("first", after == null ? null : form.href(null));
        view.addObject("next", found.more() == null ? null : form.href(found.more()));
        view.addObject("zone", zone.zone());
        return view;
    }
}
