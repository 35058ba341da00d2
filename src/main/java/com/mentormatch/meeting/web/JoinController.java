package com.mentormatch.meeting.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.meeting.Door;
import com.mentormatch.meeting.JoinPage;
import com.mentormatch.meeting.JoinPages;
import com.mentormatch.meeting.JoinSession;
import com.mentormatch.meeting.MeetingRefusal;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.ContentPolicy;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page before the room, for the two people only. Looking at it changes nothing and tells nobody where the room is;
 * the answer to its one button does.
 */
@Controller
class JoinController {

    public record JoinForm(@NotNull FormToken formToken) {}

    private final JoinPages pages;
    private final JoinSession join;
    private final ContentPolicy policy;
    private final Clock clock;

    JoinController(JoinPages pages, JoinSession join, ContentPolicy policy, Clock clock) {
        this.pages = pages;
        this.join = join;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param seen what the region that asks for itself shows by now */
    @GetMapping("/bookings/{id}/join")
    @Nullable
    ModelAndView show(@PathVariable BookingId id, @RequestParam(required = false) String seen, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx, HttpServletResponse response) {
        var page = page(id, viewer, clock.instant());
        if (page.door() == Door.NONE) {
            return Redirects.to(htmx, booking(id));
        }
        if (Views.wantsFragment(htmx) && page.state().equals(seen)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return view(page, null, HttpStatus.OK, zone, htmx, response);
    }

    @PostMapping("/bookings/{id}/join")
    ModelAndView join(@PathVariable BookingId id, @Valid @ModelAttribute JoinForm form, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx, HttpServletResponse response) {
        var now = clock.instant();
        return switch (join.join(viewer, id, form.formToken(), now)) {
            case JoinSession.Joined(URI room) -> Redirects.to(htmx, room);
            case JoinSession.Refused(MeetingRefusal reason) -> view(page(id, viewer, now), reason.messageKey(),
                    HttpStatus.valueOf(reason.status()), zone, htmx, response);
            case JoinSession.Missing() -> {
                page(id, viewer, now);
                yield Redirects.to(htmx, booking(id));
            }
        };
    }

    private JoinPage page(BookingId id, SignedIn viewer, Instant now) {
        return pages.of(viewer, id, now).orElseThrow(NotFound::new);
    }

    private ModelAndView view(JoinPage page, @Nullable String problem, HttpStatus status, ViewerZone zone,
            HtmxRequest htmx, HttpServletResponse response) {
        policy.letFormsLeadAway(response);
        var view = new ModelAndView(Views.of(htmx, "meeting/join", "meeting/_join"), status);
        view.addObject("page", page);
        view.addObject("problem", problem);
        view.addObject("zone", zone.zone());
        return view;
    }

    private static URI booking(BookingId id) {
        return URI.create("/bookings/" + id);
    }
}
