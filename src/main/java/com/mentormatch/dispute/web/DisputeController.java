package com.mentormatch.dispute.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.AnswerDispute;
import com.mentormatch.booking.AppealRuling;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingPage;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.DisputeSession;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.Refusal;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the two say what was wrong with a session, answer each other, read what was decided, and appeal. */
@Controller
class DisputeController {

    /** Line ends count once, however the browser sends them. */
    public record WordsForm(@NotNull FormToken formToken,
            @NotBlank @Size(max = DisputeSession.WORDS_MAX) String words) {

        public WordsForm {
            words = words == null ? "" : words.replace("\r\n", "\n").strip();
        }

        static WordsForm empty() {
            return new WordsForm(FormToken.next(), "");
        }
    }

    private interface Act {

        Outcome say(SignedIn viewer, BookingId id, String words, FormToken token, Instant now);
    }

    private final BookingPages pages;
    private final DisputeSession dispute;
    private final AnswerDispute answer;
    private final AppealRuling appeal;
    private final Clock clock;

    DisputeController(BookingPages pages, DisputeSession dispute, AnswerDispute answer, AppealRuling appeal,
            Clock clock) {
        this.pages = pages;
        this.dispute = dispute;
        this.answer = answer;
        this.appeal = appeal;
        this.clock = clock;
    }

    @GetMapping("/bookings/{id}/dispute")
    ModelAndView show(@PathVariable BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var page = page(viewer, id, now);
        if (page.role() == BookingPage.Role.ADMIN) {
            return Redirects.to(htmx, URI.create(page.disputed() ? "/admin/disputes/" + id : "/bookings/" + id));
        }
        return page.disputed() || page.after().dispute() || page.after().report()
                ? view(page, null, HttpStatus.OK, zone, htmx, now).addObject("form", WordsForm.empty())
                : Redirects.to(htmx, URI.create("/bookings/" + id));
    }

    @PostMapping("/bookings/{id}/dispute")
    ModelAndView dispute(@PathVariable BookingId id, @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return said(dispute::dispute, id, form, errors, viewer, zone, htmx);
    }

    @PostMapping("/bookings/{id}/no-show")
    ModelAndView reportNoShow(@PathVariable BookingId id, @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return said(dispute::reportNoShow, id, form, errors, viewer, zone, htmx);
    }

    @PostMapping("/bookings/{id}/dispute/answer")
    ModelAndView answer(@PathVariable BookingId id, @Valid @ModelAttribute("form") WordsForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return said(answer::answer, id, form, errors, viewer, zone, htmx);
    }

    @PostMapping("/bookings/{id}/dispute/appeal")
    ModelAndView appeal(@PathVariable BookingId id, @Valid @ModelAttribute("form") WordsForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return said(appeal::appeal, id, form, errors, viewer, zone, htmx);
    }

    /** What was typed is kept: the form is in the model. */
    private ModelAndView said(Act act, BookingId id, WordsForm form, BindingResult errors, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var page = page(viewer, id, now);
        if (errors.hasFieldErrors("formToken")) {
            throw new BadRequest();
        }
        if (errors.hasErrors()) {
            return view(page, null, HttpStatus.UNPROCESSABLE_CONTENT, zone, htmx, now);
        }
        return switch (act.say(viewer, id, form.words(), form.formToken(), now)) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Done(_) -> Redirects.to(htmx, URI.create("/bookings/" + id + "/dispute"));
            case Outcome.Refused(Refusal reason) when reason.status() == HttpStatus.CONFLICT.value() ->
                view(page(viewer, id, now), reason.messageKey(), HttpStatus.CONFLICT, zone, htmx, now);
            case Outcome.Refused(Refusal reason) -> throw new Refused(reason);
        };
    }

    private BookingPage page(SignedIn viewer, BookingId id, Instant now) {
        return pages.show(viewer, id, now).orElseThrow(NotFound::new);
    }

    private ModelAndView view(BookingPage page, String problem, HttpStatus status, ViewerZone zone, HtmxRequest htmx,
            Instant now) {
        var view = new ModelAndView(Views.of(htmx, "dispute/show", "dispute/_dispute"), status);
        view.addObject("page", page);
        view.addObject("problem", problem);
        view.addObject("now", now);
        view.addObject("zone", zone.zone());
        return view;
    }
}
