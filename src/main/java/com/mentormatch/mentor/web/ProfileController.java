package com.mentormatch.mentor.web;

import com.mentormatch.account.Viewer;
import com.mentormatch.mentor.MentorProfile;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.ProfileSection;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.ViewerZone;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

@Controller
class ProfileController {

    /** A section with its model, both known before the page is rendered. */
    public record Filled(String template, Object model) {}

    private final Mentors mentors;
    private final List<ProfileSection> sections;
    private final PublicPage visitors;
    private final Clock clock;

    ProfileController(Mentors mentors, List<ProfileSection> sections, PublicPage visitors, Clock clock) {
        this.mentors = mentors;
        this.visitors = visitors;
        this.sections = sections.stream().sorted((one, other) -> Integer.compare(one.order(), other.order())).toList();
        this.clock = clock;
    }

    @GetMapping("/mentors/{slug}")
    @Nullable
    String profile(@PathVariable String slug, @RequestParam Map<String, String> parameters, Viewer viewer,
            ViewerZone zone, Locale locale, ServletWebRequest request, Model model) {
        var now = clock.instant();
        if (visitors.unchanged(request, viewer, zone, locale, now)) {
            return null;
        }
        var mentor = mentors.bySlug(slug)
            .filter(found -> found.published() || viewer.is(found.id()))
            .orElseThrow(NotFound::new);
        model.addAttribute("mentor", mentor);
        model.addAttribute("own", viewer.is(mentor.id()));
        model.addAttribute("description", mentor.headline());
        model.addAttribute("lowest", lowest(mentor));
        model.addAttribute("panel",
                sections.stream()
                    .filter(section -> section.order() < 100)
                    .map(section -> filled(section, mentor, viewer, zone, parameters, now))
                    .toList());
        model.addAttribute("below",
                sections.stream()
                    .filter(section -> section.order() >= 100)
                    .map(section -> filled(section, mentor, viewer, zone, parameters, now))
                    .toList());
        model.addAttribute("now", now);
        return "mentor/profile";
    }

    private static Filled filled(ProfileSection section, MentorProfile mentor, Viewer viewer, ViewerZone zone,
            Map<String, String> parameters, Instant now) {
        return new Filled(section.template(), section.model(mentor, viewer, zone, parameters, now));
    }

    private static Object lowest(MentorProfile mentor) {
        return mentor.offers()
            .stream()
            .filter(offer -> !offer.trial())
            .findFirst()
            .or(() -> mentor.offers().stream().findFirst())
            .orElse(null);
    }
}
