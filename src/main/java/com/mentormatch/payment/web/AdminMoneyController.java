package com.mentormatch.payment.web;

import com.mentormatch.account.ReasonForm;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.Refusal;
import com.mentormatch.payment.EvidencePack;
import com.mentormatch.payment.MoneyMatters;
import com.mentormatch.payment.RetryMoney;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Money that waits for a person, and what an admin does about it. */
@Controller
@RequestMapping("/admin/money")
class AdminMoneyController {

    private static final URI ALL = URI.create("/admin/money");

    private final MoneyMatters matters;
    private final RetryMoney retry;
    private final EvidencePack evidence;
    private final Clock clock;

    AdminMoneyController(MoneyMatters matters, RetryMoney retry, EvidencePack evidence, Clock clock) {
        this.matters = matters;
        this.retry = retry;
        this.evidence = evidence;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(SignedIn viewer, ViewerZone zone) {
        return show(null, "", null, HttpStatus.OK, viewer, zone);
    }

    /** @param open which act was tried, with that reason typed */
    private ModelAndView show(String open, String reason, String problem, HttpStatus status, SignedIn viewer,
            ViewerZone zone) {
        var view = new ModelAndView("payment/admin-money", status);
        view.addObject("money", matters.page(viewer));
        view.addObject("open", open);
        view.addObject("reason", reason);
        view.addObject("problem", problem);
        view.addObject("zone", zone.zone());
        return view;
    }

    @PostMapping("/matters/{id}/retry")
    ModelAndView retry(@PathVariable UUID id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return act("retry-", id, form, errors, viewer, zone, htmx,
                (reason, now) -> retry.retry(viewer, id, reason, now));
    }

    @PostMapping("/mismatches/{id}/end")
    ModelAndView understood(@PathVariable UUID id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return act("end-", id, form, errors, viewer, zone, htmx,
                (reason, now) -> retry.understood(viewer, id, reason, now));
    }

    private ModelAndView act(String name, UUID id, ReasonForm form, BindingResult errors, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx, BiPredicate<String, Instant> act) {
        var now = clock.instant();
        if (retry.own(viewer, id, now)) {
            throw new Forbidden(Refusal.OWN_BOOKING);
        }
        if (errors.hasErrors()) {
            return show(name + id, form.reason(), "admin.reason.length", HttpStatus.UNPROCESSABLE_CONTENT, viewer,
                    zone);
        }
        if (!act.test(form.reason(), now)) {
            throw new NotFound();
        }
        return Redirects.to(htmx, ALL);
    }

    /** What a bank wants to see of a disputed payment, as one file. */
    @GetMapping("/chargebacks/{id}/evidence")
    ResponseEntity<byte[]> evidence(@PathVariable UUID id, SignedIn viewer) {
        var pack = evidence.of(viewer, id, clock.instant()).orElseThrow(NotFound::new);
        var name = ContentDisposition.attachment().filename("evidence-" + id + ".zip").build();
        return ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
            .contentType(MediaType.valueOf("application/zip"))
            .body(pack);
    }
}
