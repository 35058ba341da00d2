package com.mentormatch.meeting.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.meeting.MeetingRefusal;
import com.mentormatch.meeting.OwnLink;
import com.mentormatch.meeting.ReplaceRoom;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Refused;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Another link for one session, brought by its mentor. */
@Controller
class RoomController {

    /** @param link as typed */
    record RoomForm(@Nullable String link) {}

    private final BookingFacts bookings;
    private final ReplaceRoom replace;
    private final Clock clock;

    RoomController(BookingFacts bookings, ReplaceRoom replace, Clock clock) {
        this.bookings = bookings;
        this.replace = replace;
        this.clock = clock;
    }

    @GetMapping("/bookings/{id}/room")
    ModelAndView edit(@PathVariable BookingId id, SignedIn viewer) {
        check(id, viewer, clock.instant());
        return new ModelAndView("meeting/room").addObject("booking", id).addObject("form", new RoomForm(""));
    }

    @PostMapping("/bookings/{id}/room")
    ModelAndView replace(@PathVariable BookingId id, @ModelAttribute("form") RoomForm form, BindingResult errors,
            SignedIn viewer, HtmxRequest htmx, RedirectAttributes next) {
        var now = clock.instant();
        check(id, viewer, now);
        var link = OwnLink.parse(form.link());
        if (link.isEmpty()) {
            errors.rejectValue("link", "meeting.link.wrong");
            return new ModelAndView(Views.of(htmx, "meeting/room", "meeting/_room-form"),
                    HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("booking", id);
        }
        replace.replace(viewer, id, link.get(), now).ifPresent(RoomController::refuse);
        next.addFlashAttribute("flash", "meeting.room.saved");
        return Redirects.to(htmx, URI.create("/bookings/" + id));
    }

    private void check(BookingId id, SignedIn viewer, Instant now) {
        if (bookings.visibleTo(viewer, id, now).isEmpty()) {
            throw new NotFound();
        }
        replace.refusal(viewer, id, now).ifPresent(RoomController::refuse);
    }

    private static void refuse(MeetingRefusal reason) {
        throw reason.status() == 403 ? new Forbidden(reason) : new Refused(reason);
    }
}
