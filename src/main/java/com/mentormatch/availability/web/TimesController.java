package com.mentormatch.availability.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.account.Viewer;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The panel of times by itself, as the region htmx swaps. */
@Controller
class TimesController {

    private final Mentors mentors;
    private final TimesPanels panels;
    private final Clock clock;

    TimesController(Mentors mentors, TimesPanels panels, Clock clock) {
        this.mentors = mentors;
        this.panels = panels;
        this.clock = clock;
    }

    @GetMapping("/mentors/{slug}/times")
    String times(@PathVariable String slug, @RequestParam Map<String, String> params, Viewer viewer, ViewerZone zone,
            HtmxRequest htmx, Model model) {
        var mentor = mentors.bySlug(slug)
            .filter(profile -> profile.published()
                    || viewer instanceof SignedIn person && person.id().equals(profile.id()))
            .orElseThrow(NotFound::new);
        model.addAttribute("section", panels.model(mentor, viewer, zone, params, clock.instant()));
        return Views.of(htmx, "availability/times", "availability/_times");
    }
}
