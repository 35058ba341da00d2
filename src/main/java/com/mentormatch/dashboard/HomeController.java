package com.mentormatch.dashboard;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.WeekAhead;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.HomeBookings;
import com.mentormatch.booking.HomePages;
import com.mentormatch.booking.HomeSection;
import com.mentormatch.web.ViewerZone;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.thymeleaf.context.LazyContextVariable;

/** A person's home. A mentor's begins with what needs an answer; everybody's shows the next session large. */
@Controller
class HomeController {

    /** Of each list. */
    private static final int SHOWN = 5;

    /** Nobody has more than a few; who has sees that many. */
    private static final int COUNTED = 20;

    private final HomePages homes;
    private final BookingPages bookings;
    private final WeekAhead week;
    private final List<HomeSection> sections;
    private final Clock clock;

    HomeController(HomePages homes, BookingPages bookings, WeekAhead week, ObjectProvider<HomeSection> sections,
            Clock clock) {
        this.homes = homes;
        this.bookings = bookings;
        this.week = week;
        this.sections = sections.stream().sorted(Comparator.comparing(HomeSection::order)).toList();
        this.clock = clock;
    }

    /** What the badge beside Home counts: other times that wait for this person's answer. */
    @GetMapping("/home/count")
    String count(SignedIn viewer, Model model) {
        model.addAttribute("count", bookings.proposals(viewer, COUNTED, clock.instant()).size());
        model.addAttribute("words", "dashboard.proposals.count");
        return "dashboard/_count";
    }

    @GetMapping("/home")
    String home(SignedIn viewer, ViewerZone zone, Model model) {
        var now = clock.instant();
        var home = homes.of(viewer, SHOWN, now);
        model.addAttribute("home", home);
        model.addAttribute("zone", zone.zone());
        model.addAttribute("now", now);
        model.addAttribute("week", new LazyContextVariable<>() {

            /** Asked by a mentor's page only. */
            @Override
            protected List<WeekAhead.Day> loadValue() {
                return week.of(home.viewer(), zone.zone(), now);
            }
        });
        model.addAttribute("sections", sections(viewer, home));
        return "dashboard/home";
    }

    private List<Map<String, Object>> sections(SignedIn viewer, HomeBookings bookings) {
        var filled = new ArrayList<Map<String, Object>>();
        for (var section : sections) {
            var model = section.model(viewer, bookings);
            if (model != null) {
                filled.add(Map.of("template", section.template(), "model", model));
            }
        }
        return filled;
    }
}
