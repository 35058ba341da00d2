package com.mentormatch.booking.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.web.TimesPanel;
import com.mentormatch.availability.web.TimesPanels;
import com.mentormatch.booking.AcceptMove;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.DeclineMove;
import com.mentormatch.booking.MoveBooking;
import com.mentormatch.booking.MovePage;
import com.mentormatch.booking.MovePages;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.ProposeMove;
import com.mentormatch.booking.Refusal;
import com.mentormatch.booking.WithdrawMove;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Another time for a session: chosen, moved to or proposed, and answered. */
@Controller
class MoveController {

    /** @param instead another start, chosen where the first was gone */
    public record MoveForm(@NotNull FormToken formToken, @NotNull Instant start, Instant instead,
            @Size(max = ProposeMove.NOTE_MAX) String note) {

        public MoveForm {
            start = instead == null ? start : instead;
            note = note == null || note.isBlank() ? null : note.replace("\r\n", "\n").strip();
        }
    }

    /** @param start of the time that is answered, as the page showed it */
    public record AnswerForm(@NotNull FormToken formToken, @NotNull Instant start) {}

    public record WithdrawForm(@NotNull FormToken formToken) {}

    private final BookingPages bookings;
    private final MovePages pages;
    private final TimesPanels panels;
    private final BookingViews views;
    private final MoveBooking move;
    private final ProposeMove propose;
    private final AcceptMove accept;
    private final DeclineMove decline;
    private final WithdrawMove withdraw;
    private final Clock clock;

    MoveController(BookingPages bookings, MovePages pages, TimesPanels panels, BookingViews views, MoveBooking move,
            ProposeMove propose, AcceptMove accept, DeclineMove decline, WithdrawMove withdraw, Clock clock) {
        this.bookings = bookings;
        this.pages = pages;
        this.panels = panels;
        this.views = views;
        this.move = move;
        this.propose = propose;
        this.accept = accept;
        this.decline = decline;
        this.withdraw = withdraw;
        this.clock = clock;
    }

    @GetMapping("/bookings/{id}/move")
    ModelAndView choose(@PathVariable BookingId id, @RequestParam(required = false) Instant start,
            @RequestParam Map<String, String> params, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        known(viewer, id, now);
        var page = pages.of(viewer, id, start, now).orElse(null);
        if (page == null) {
            return Redirects.to(htmx, booking(id));
        }
        if (Views.wantsFragment(htmx) && "times".equals(htmx.getTarget())) {
            return new ModelAndView("availability/_times", Map.of("section", times(page, params, zone, now)));
        }
        return show(page, null, null, HttpStatus.OK, params, viewer, zone, htmx);
    }

    @PostMapping("/bookings/{id}/move")
    ModelAndView move(@PathVariable BookingId id, @Valid @ModelAttribute MoveForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        known(viewer, id, now);
        readable(errors);
        return taken(move.move(viewer, id, form.start(), form.formToken(), now), id, form, viewer, zone, htmx, now);
    }

    @PostMapping("/bookings/{id}/proposal")
    ModelAndView propose(@PathVariable BookingId id, @Valid @ModelAttribute MoveForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        known(viewer, id, now);
        readable(errors);
        if (errors.hasErrors()) {
            return again("booking.move.note.length", HttpStatus.UNPROCESSABLE_CONTENT, id, form, viewer, zone, htmx,
                    now);
        }
        return taken(propose.propose(viewer, id, form.start(), form.note(), form.formToken(), now), id, form, viewer,
                zone, htmx, now);
    }

    @PostMapping("/bookings/{id}/proposal/acceptance")
    ModelAndView accept(@PathVariable BookingId id, @Valid @ModelAttribute AnswerForm form, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        return answered(accept.accept(viewer, id, form.start(), form.formToken(), now), id, viewer, zone, htmx, now);
    }

    @PostMapping("/bookings/{id}/proposal/refusal")
    ModelAndView decline(@PathVariable BookingId id, @Valid @ModelAttribute AnswerForm form, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        return answered(decline.decline(viewer, id, form.start(), form.formToken(), now), id, viewer, zone, htmx, now);
    }

    @PostMapping("/bookings/{id}/proposal/withdrawal")
    ModelAndView withdraw(@PathVariable BookingId id, @Valid @ModelAttribute WithdrawForm form, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        return answered(withdraw.withdraw(viewer, id, form.formToken(), now), id, viewer, zone, htmx, now);
    }

    private void known(SignedIn viewer, BookingId id, Instant now) {
        var page = bookings.show(viewer, id, now).orElseThrow(NotFound::new);
        if (page.role() == BookingPage.Role.ADMIN) {
            throw new Forbidden(Refusal.ONLY_PARTICIPANTS);
        }
    }

    private static void readable(BindingResult errors) {
        if (errors.hasFieldErrors("formToken") || errors.hasFieldErrors("start") || errors.hasFieldErrors("instead")) {
            throw new BadRequest();
        }
    }

    private ModelAndView taken(Outcome outcome, BookingId id, MoveForm form, SignedIn viewer, ViewerZone zone,
            HtmxRequest htmx, Instant now) {
        return switch (outcome) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Done(_) -> Redirects.to(htmx, booking(id));
            case Outcome.Refused(Refusal reason) when reason.status() == 403 -> throw new Forbidden(reason);
            case Outcome.Refused(Refusal reason) ->
                again(reason.messageKey(), HttpStatus.valueOf(reason.status()), id, form, viewer, zone, htmx, now);
        };
    }

    /** The page to choose on, with what was typed; the booking itself where it can no longer be moved. */
    private ModelAndView again(String problem, HttpStatus status, BookingId id, MoveForm form, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx, Instant now) {
        return pages.of(viewer, id, form.start(), now)
            .map(page -> show(page, problem, form.note(), status, Map.of(), viewer, zone, htmx))
            .orElseGet(() -> views.show(id, viewer, zone, htmx, problem, status, now));
    }

    private ModelAndView answered(Outcome outcome, BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx,
            Instant now) {
        return switch (outcome) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Refused(Refusal reason) when reason.status() == 403 -> throw new Forbidden(reason);
            case Outcome.Refused(Refusal reason) ->
                views.show(id, viewer, zone, htmx, reason.messageKey(), HttpStatus.valueOf(reason.status()), now);
            case Outcome.Done(_) when Views.wantsFragment(htmx) ->
                views.show(id, viewer, zone, htmx, null, HttpStatus.OK, now);
            case Outcome.Done(_) -> Redirects.to(htmx, booking(id));
        };
    }

    private ModelAndView show(MovePage page, String problem, String note, HttpStatus status, Map<String, String> params,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var view = new ModelAndView(Views.of(htmx, "booking/move", "booking/_move"), status);
        view.addObject("move", page);
        if (page.chosen() == null) {
            view.addObject("section", times(page, params, zone, page.now()));
        }
        view.addObject("problem",
                problem != null || page.chosen() == null || page.free() ? problem : Refusal.SLOT_TAKEN.messageKey());
        view.addObject("note", note);
        view.addObject("token", FormToken.next());
        view.addObject("zone", zone.zone());
        return view;
    }

    private TimesPanel times(MovePage page, Map<String, String> params, ViewerZone zone, Instant now) {
        var path = booking(page.page().booking().id()) + "/move";
        return panels.panel(new TimesPanel.Place(path, path, path), page.mentor(), page.moving(), zone.zone(), params,
                now);
    }

    private static URI booking(BookingId id) {
        return URI.create("/bookings/" + id);
    }
}
