package com.mentormatch.dispute.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.OpenDisputes;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.Refusal;
import com.mentormatch.booking.ResolveDispute;
import com.mentormatch.dispute.DisputeRoom;
import com.mentormatch.dispute.DisputeRooms;
import com.mentormatch.dispute.Verdict;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.Currencies;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Refused;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where admins decide: the list of what waits, and the room with everything about one of them. */
@Controller
@RequestMapping("/admin/disputes")
class DisputeRoomController {

    private static final int PAGE = 20;

    /**
     * @param verdict a {@link Verdict}
     * @param amount  of a part, "12.50"
     * @param absent  whether the mentor did not come
     */
    public record RulingForm(@NotNull FormToken formToken, String verdict, String amount, Boolean absent,
            @NotBlank @Size(max = ResolveDispute.REASON_MAX) String reason) {

        public RulingForm {
            absent = Boolean.TRUE.equals(absent);
            reason = reason == null ? "" : reason.replace("\r\n", "\n").strip();
        }

        static RulingForm of(DisputeRoom room) {
            return new RulingForm(FormToken.next(), null, "", room.mentorAbsent(), "");
        }

        Optional<Verdict> chosen() {
            return Arrays.stream(Verdict.values()).filter(one -> one.name().equals(verdict)).findFirst();
        }
    }

    private final OpenDisputes disputes;
    private final DisputeRooms rooms;
    private final ResolveDispute resolve;
    private final Clock clock;

    DisputeRoomController(OpenDisputes disputes, DisputeRooms rooms, ResolveDispute resolve, Clock clock) {
        this.disputes = disputes;
        this.rooms = rooms;
        this.resolve = resolve;
        this.clock = clock;
    }

    @GetMapping
    String queue(@RequestParam(required = false) String after, SignedIn admin, ViewerZone zone, HtmxRequest htmx,
            Model model) {
        var now = clock.instant();
        model.addAttribute("queue", disputes.page(after, PAGE, now));
        model.addAttribute("after", after);
        model.addAttribute("now", now);
        model.addAttribute("zone", zone.zone());
        return Views.of(htmx, "dispute/queue", "dispute/_queue");
    }

    @GetMapping("/{id}")
    ModelAndView room(@PathVariable BookingId id, SignedIn admin, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var room = room(admin, id, now);
        return view(room, null, HttpStatus.OK, zone, htmx, now).addObject("form", RulingForm.of(room));
    }

    @PostMapping("/{id}/ruling")
    ModelAndView rule(@PathVariable BookingId id, @Valid @ModelAttribute("form") RulingForm form, BindingResult errors,
            SignedIn admin, ViewerZone zone, HtmxRequest htmx, Locale locale) {
        var now = clock.instant();
        var room = room(admin, id, now);
        if (errors.hasFieldErrors("formToken")) {
            throw new BadRequest();
        }
        var refund = refund(form, room, errors, locale);
        if (errors.hasErrors()) {
            return view(room, null, HttpStatus.UNPROCESSABLE_CONTENT, zone, htmx, now);
        }
        var back = refund.orElseThrow().minor();
        return switch (form.absent()
                ? resolve.resolveAbsence(admin, id, back, form.reason(), form.formToken(), now)
                : resolve.resolve(admin, id, back, form.reason(), form.formToken(), now)) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Done(_) -> Redirects.to(htmx, URI.create("/admin/disputes/" + id));
            case Outcome.Refused(Refusal reason) when reason.status() == HttpStatus.CONFLICT.value() ->
                view(room(admin, id, now), reason.messageKey(), HttpStatus.CONFLICT, zone, htmx, now);
            case Outcome.Refused(Refusal reason) -> throw new Refused(reason);
        };
    }

    /** In a free session there is nothing to choose. */
    private static Optional<Amount> refund(RulingForm form, DisputeRoom room, BindingResult errors, Locale locale) {
        var price = room.price();
        if (price.isFree()) {
            return Optional.of(price);
        }
        if (form.chosen().isEmpty()) {
            errors.rejectValue("verdict", "dispute.verdict.missing");
            return Optional.empty();
        }
        var refund = form.chosen().get().refund(price, room.given(), form.amount());
        if (refund.filter(back -> back.minor() >= room.given().minor() && back.minor() <= price.minor()).isEmpty()) {
            errors.rejectValue("amount", "dispute.amount.bounds",
                    new Object[]{room.given().format(locale), price.format(locale)}, null);
        } else if (!Currencies.chargeable(refund.get().minus(room.given()))) {
            errors.rejectValue("amount", "dispute.amount.step");
        }
        return refund;
    }

    private DisputeRoom room(SignedIn admin, BookingId id, Instant now) {
        return rooms.of(admin, id, now).orElseThrow(NotFound::new);
    }

    private ModelAndView view(DisputeRoom room, String problem, HttpStatus status, ViewerZone zone, HtmxRequest htmx,
            Instant now) {
        var view = new ModelAndView(Views.of(htmx, "dispute/room", "dispute/_room"), status);
        view.addObject("room", room);
        view.addObject("problem", problem);
        view.addObject("now", now);
        view.addObject("zone", zone.zone());
        return view;
    }
}
