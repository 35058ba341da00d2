package com.mentormatch.mentor.web;

import com.mentormatch.account.Viewer;
import com.mentormatch.mentor.Facets;
import com.mentormatch.mentor.MentorSearch;
import com.mentormatch.web.ViewerZone;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;

@Controller
class LandingController {

    private static final int MENTORS = 6;
    private static final int SKILLS = 8;

    private final MentorSearch search;
    private final Facets facets;
    private final PublicPage visitors;
    private final Clock clock;

    LandingController(MentorSearch search, Facets facets, PublicPage visitors, Clock clock) {
        this.search = search;
        this.facets = facets;
        this.visitors = visitors;
        this.clock = clock;
    }

    @GetMapping("/")
    @Nullable
    String landing(Viewer viewer, ViewerZone zone, Locale locale, ServletWebRequest request, Model model) {
        var now = clock.instant();
        if (visitors.unchanged(request, viewer, zone, locale, now)) {
            return null;
        }
        model.addAttribute("cards", search.soonest(MENTORS, now));
        model.addAttribute("skills", facets.choices().skills().stream().limit(SKILLS).toList());
        model.addAttribute("now", now);
        return "mentor/landing";
    }
}
