package com.mentormatch.dashboard;

import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.WeekAhead;
import com.mentormatch.booking.BookingPages;
import com.mentormatch.booking.BookingPages.Shelf;
import com.mentormatch.booking.BookingPages.Side;
import com.mentormatch.booking.HomeSection;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.web.ViewerZone;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A person's home. A mentor's begins with what needs an answer; everybody's shows the next session large. */
@Controller
class HomeController {

    private static final int TO_ANSWER = 5;
    private static final int COMING = 5;

    /** Nobody has more than a few; who has sees that many. */
    private static final int COUNTED = 20;

    private final BookingPages bookings;
    private final Mentors mentors;
    private final People people;
    private final WeekAhead week;
    private final List<HomeSection> sections;
    private final Clock clock;

    HomeController(BookingPages bookings, Mentors mentors, People people, WeekAhead week,
            ObjectProvider<HomeSection> sections, Clock clock) {
        this.bookings = bookings;
        this.mentors = mentors;
        this.people = people;
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
        var person = people.find(viewer.id()).orElseThrow();
        var mentor = mentors.isMentor(viewer.id());
        model.addAttribute("person", person);
        model.addAttribute("zone", zone.or(person.zone()));
        model.addAttribute("now", now);
        model.addAttribute("mentor", mentor);
        model.addAttribute("coming", bookings.list(viewer, Side.MENTEE, Shelf.COMING, null, COMING, now).cards());
        model.addAttribute("waiting", bookings.list(viewer, Side.MENTEE, Shelf.WAITING, null, COMING, now).cards());
        model.addAttribute("disputes", bookings.disputes(viewer, TO_ANSWER, now));
        model.addAttribute("toConfirm", bookings.toConfirm(viewer, TO_ANSWER, now));
        model.addAttribute("proposals", bookings.proposals(viewer, TO_ANSWER, now));
        if (mentor) {
            model.addAttribute("week", week.of(viewer.id(), zone.or(person.zone()), now));
            model.addAttribute("requests", bookings.toAnswer(viewer, TO_ANSWER, now));
            model.addAttribute("sessions", bookings.list(viewer, Side.MENTOR, Shelf.COMING, null, COMING, now).cards());
        }
        model.addAttribute("sections", sections(viewer, now));
        return "dashboard/home";
    }

    private List<Map<String, Object>> sections(SignedIn viewer, Instant now) {
        var filled = new ArrayList<Map<String, Object>>();
        for (var section : sections) {
            var model = section.model(viewer, now);
            if (model != null) {
                filled.add(Map.of("template", section.template(), "model", model));
            }
        }
        return filled;
    }
}
