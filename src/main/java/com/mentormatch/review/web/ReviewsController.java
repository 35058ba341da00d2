package com.mentormatch.review.web;

import com.mentormatch.account.Viewer;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.web.PublicPage;
import com.mentormatch.review.ReviewPages;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/** Everything that is said of a mentor, for everybody; to htmx the next part of it. */
@Controller
class ReviewsController {

    private final Mentors mentors;
    private final ReviewPages pages;
    private final PublicPage visitors;
    private final Clock clock;

    ReviewsController(Mentors mentors, ReviewPages pages, PublicPage visitors, Clock clock) {
        this.mentors = mentors;
        this.pages = pages;
        this.visitors = visitors;
        this.clock = clock;
    }

    @GetMapping("/mentors/{slug}/reviews")
    @Nullable
    String list(@PathVariable String slug, @RequestParam(required = false) @Nullable String after, Viewer viewer,
            ViewerZone zone, Locale locale, ServletWebRequest request, HtmxRequest htmx, Model model) {
        if (visitors.unchanged(request, viewer, zone, locale, clock.instant())) {
            return null;
        }
        var mentor = mentors.bySlug(slug)
            .filter(found -> found.published() || viewer.is(found.id()))
            .orElseThrow(NotFound::new);
        model.addAttribute("section", pages.list(mentor, after, zone.or(mentor.zone())));
        model.addAttribute("after", after);
        return Views.of(htmx, "review/reviews", "review/_more");
    }
}
