package com.mentormatch.booking.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.CompleteSession;
import com.mentormatch.booking.ConfirmSession;
import com.mentormatch.booking.Outcome;
import com.mentormatch.booking.Refusal;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Refused;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The end of a session as it should be: the mentor says that it is over, the mentee that it took place. */
@Controller
class CompletionController {

    public record WordForm(@NotNull FormToken formToken) {}

    private final BookingViews views;
    private final CompleteSession complete;
    private final ConfirmSession confirm;
    private final Clock clock;

    CompletionController(BookingViews views, CompleteSession complete, ConfirmSession confirm, Clock clock) {
        this.views = views;
        this.complete = complete;
        this.confirm = confirm;
        this.clock = clock;
    }

    @PostMapping("/bookings/{id}/completion")
    ModelAndView complete(@PathVariable BookingId id, @Valid @ModelAttribute WordForm form, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx) {
        return said(complete.complete(viewer, id, form.formToken(), clock.instant()), id, viewer, zone, htmx);
    }

    @PostMapping("/bookings/{id}/confirmation")
    ModelAndView confirm(@PathVariable BookingId id, @Valid @ModelAttribute WordForm form, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx) {
        return said(confirm.confirm(viewer, id, form.formToken(), clock.instant()), id, viewer, zone, htmx);
    }

    private ModelAndView said(Outcome outcome, BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return switch (outcome) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Refused(Refusal reason) -> throw new Refused(reason);
            case Outcome.Done(_) when Views.wantsFragment(htmx) ->
                views.show(id, viewer, zone, htmx, null, HttpStatus.OK, clock.instant());
            case Outcome.Done(_) -> Redirects.to(htmx, URI.create("/bookings/" + id));
        };
    }
}
