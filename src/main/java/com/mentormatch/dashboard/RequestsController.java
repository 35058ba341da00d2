package com.mentormatch.dashboard;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.web.ViewerZone;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a mentor has to answer, and the badge that counts it. */
@Controller
class RequestsController {

    /** More than one mentor can have: each mentee has at most one. The rest follows as these are answered. */
    private static final int SHOWN = 50;

    private final BookingPages bookings;
    private final Clock clock;

    RequestsController(BookingPages bookings, Clock clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    @GetMapping("/mentor/requests")
    String requests(SignedIn viewer, ViewerZone zone, Model model) {
        var now = clock.instant();
        model.addAttribute("requests", bookings.toAnswer(viewer, SHOWN, now));
        model.addAttribute("zone", zone.zone());
        model.addAttribute("now", now);
        return "dashboard/requests";
    }

    @GetMapping("/mentor/requests/count")
    String count(SignedIn viewer, Model model) {
        model.addAttribute("count", bookings.countToAnswer(viewer, clock.instant()));
        model.addAttribute("words", "dashboard.requests.count");
        return "dashboard/_count";
    }
}
