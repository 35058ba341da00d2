package com.mentormatch.payment.web;

import com.mentormatch.account.AdminAct;
import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.Refusal;
import com.mentormatch.payment.BookingMoney;
import com.mentormatch.payment.EvidencePack;
import com.mentormatch.payment.MoneyMatters;
import com.mentormatch.payment.PaymentRefusal;
import com.mentormatch.payment.RefundPayment;
import com.mentormatch.payment.RetryMoney;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
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

    public record ReasonForm(@NotBlank @Size(max = AdminAct.REASON_MAX) String reason) {

        public ReasonForm {
            reason = reason == null ? "" : reason.strip();
        }
    }

    /** @param amount as typed, in the currency that was paid */
    public record RefundForm(@NotNull FormToken formToken, String amount,
            @NotBlank @Size(max = AdminAct.REASON_MAX) String reason) {

        public RefundForm {
            amount = amount == null ? "" : amount.strip();
            reason = reason == null ? "" : reason.strip();
        }
    }

    private final MoneyMatters matters;
    private final RetryMoney retry;
    private final BookingMoney money;
    private final RefundPayment refund;
    private final EvidencePack evidence;
    private final People people;
    private final Clock clock;

    AdminMoneyController(MoneyMatters matters, RetryMoney retry, BookingMoney money, RefundPayment refund,
            EvidencePack evidence, People people, Clock clock) {
        this.matters = matters;
        this.retry = retry;
        this.money = money;
        this.refund = refund;
        this.evidence = evidence;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(SignedIn viewer, ViewerZone zone) {
        return show(viewer, zone, null, HttpStatus.OK);
    }

    private ModelAndView show(SignedIn viewer, ViewerZone zone, String problem, HttpStatus status) {
        var view = new ModelAndView("payment/admin-money", status);
        view.addObject("money", matters.page(viewer));
        view.addObject("problem", problem);
        view.addObject("zone", zone(viewer, zone));
        return view;
    }

    @PostMapping("/matters/{id}/retry")
    ModelAndView retry(@PathVariable UUID id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        if (errors.hasErrors()) {
            return show(viewer, zone, "admin.reason.length", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!retry.retry(viewer, id, form.reason(), clock.instant())) {
            throw new NotFound();
        }
        return Redirects.to(htmx, ALL);
    }

    @PostMapping("/mismatches/{id}/end")
    ModelAndView understood(@PathVariable UUID id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        if (errors.hasErrors()) {
            return show(viewer, zone, "admin.reason.length", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!retry.understood(viewer, id, form.reason(), clock.instant())) {
            throw new NotFound();
        }
        return Redirects.to(htmx, ALL);
    }

    @GetMapping("/bookings/{id}")
    ModelAndView booking(@PathVariable BookingId id, SignedIn viewer, ViewerZone zone) {
        return booking(id, viewer, zone, new RefundForm(null, "", ""), null, HttpStatus.OK);
    }

    private ModelAndView booking(BookingId id, SignedIn viewer, ViewerZone zone, RefundForm typed, String problem,
            HttpStatus status) {
        var view = new ModelAndView("payment/admin-booking", status);
        view.addObject("money", money.of(viewer, id, clock.instant()).orElseThrow(NotFound::new));
        view.addObject("typed", typed);
        view.addObject("problem", problem);
        view.addObject("zone", zone(viewer, zone));
        return view;
    }

    @PostMapping("/bookings/{id}/refunds")
    ModelAndView refund(@PathVariable BookingId id, @Valid @ModelAttribute RefundForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var page = money.of(viewer, id, now).orElseThrow(NotFound::new);
        if (page.own()) {
            throw new Forbidden(Refusal.OWN_BOOKING);
        }
        if (errors.hasFieldErrors("formToken")) {
            throw new BadRequest();
        }
        if (errors.hasErrors()) {
            return booking(id, viewer, zone, form, "admin.reason.length", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var refused = page.left() == null
                ? java.util.Optional.of(PaymentRefusal.NOTHING_TO_REFUND)
                : Amount.parse(form.amount(), page.left().currency())
                    .map(amount -> refund.refund(viewer, id, amount, form.reason(), form.formToken(), now))
                    .orElse(java.util.Optional.of(PaymentRefusal.TOO_MUCH_TO_REFUND));
        return refused
            .map(reason -> booking(id, viewer, zone, form, reason.messageKey(), HttpStatus.valueOf(reason.status())))
            .orElseGet(() -> Redirects.to(htmx, URI.create("/admin/money/bookings/" + id)));
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

    private ZoneId zone(SignedIn viewer, ViewerZone zone) {
        return zone.known() ? zone.zone() : people.find(viewer.id()).orElseThrow().zone();
    }
}
