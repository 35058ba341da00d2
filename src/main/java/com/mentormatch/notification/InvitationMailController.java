package com.mentormatch.notification;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Refused;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The invitation by mail once more, asked for on the page of a booking. */
@Controller
class InvitationMailController {

    record AgainForm(@NotNull FormToken formToken) {}

    private final BookingFacts bookings;
    private final SendInvitationAgain again;
    private final Clock clock;

    InvitationMailController(BookingFacts bookings, SendInvitationAgain again, Clock clock) {
        this.bookings = bookings;
        this.again = again;
        this.clock = clock;
    }

    @PostMapping("/bookings/{id}/invitation")
    ModelAndView send(@PathVariable BookingId id, @Valid @ModelAttribute AgainForm form, SignedIn viewer,
            HtmxRequest htmx, RedirectAttributes next) {
        var now = clock.instant();
        var booking = bookings.visibleTo(viewer, id, now).orElseThrow(NotFound::new);
        again.send(viewer, booking, form.formToken(), now).ifPresent(InvitationMailController::refuse);
        next.addFlashAttribute("flash", "mail.INVITATION.sent");
        return Redirects.to(htmx, URI.create("/bookings/" + id));
    }

    private static void refuse(InvitationRefusal reason) {
        throw reason == InvitationRefusal.ONLY_PARTICIPANTS_INVITED ? new Forbidden(reason) : new Refused(reason);
    }
}
