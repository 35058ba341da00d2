package com.mentormatch.mentor.web;

import com.mentormatch.mentor.Facets;
import com.mentormatch.mentor.MentorSearch;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LandingController {

    private static final int MENTORS = 6;
    private static final int SKILLS = 8;

    private final MentorSearch search;
    private final Facets facets;
    private final Clock clock;

    LandingController(MentorSearch search, Facets facets, Clock clock) {
        this.search = search;
        this.facets = facets;
        this.clock = clock;
    }

    @GetMapping("/")
    String landing(HttpServletResponse response, Model model) {
        var now = clock.instant();
        model.addAttribute("cards", search.soonest(MENTORS, now));
        model.addAttribute("skills", facets.choices().skills().stream().limit(SKILLS).toList());
        model.addAttribute("now", now);
        PublicPage.of(response);
        return "mentor/landing";
    }
}
