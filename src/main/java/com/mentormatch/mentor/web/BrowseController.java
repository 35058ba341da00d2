package com.mentormatch.mentor.web;

import com.mentormatch.account.Viewer;
import com.mentormatch.mentor.CardPage;
import com.mentormatch.mentor.Facets;
import com.mentormatch.mentor.MentorSearch;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.ServletWebRequest;

@Controller
class BrowseController {

    private static final int SKILLS_SHOWN = 10;

    private final MentorSearch search;
    private final Facets facets;
    private final FilterWords words;
    private final PublicPage visitors;
    private final Clock clock;

    BrowseController(MentorSearch search, Facets facets, FilterWords words, PublicPage visitors, Clock clock) {
        this.search = search;
        this.facets = facets;
        this.words = words;
        this.visitors = visitors;
        this.clock = clock;
    }

    @GetMapping("/mentors")
    @Nullable
    String browse(@ModelAttribute("search") BrowseForm form, BindingResult unreadable, Viewer viewer, ViewerZone zone,
            Locale locale, HtmxRequest htmx, ServletWebRequest request, Model model) {
        var now = clock.instant();
        if (visitors.unchanged(request, viewer, zone, locale, now)) {
            return null;
        }
        var page = search.page(form.filter(zone.zone()), form.order(), form.after(), now);
        fill(model, form, page, locale);
        model.addAttribute("now", now);
        if (Views.wantsFragment(htmx) && !form.after().isEmpty()) {
            return "mentor/_more";
        }
        if (Views.wantsFragment(htmx)) {
            request.getResponse().setHeader("HX-Push-Url", form.path());
            model.addAttribute("swapped", true);
            return "mentor/_results";
        }
        offerChoices(model, form, locale);
        return "mentor/browse";
    }

    private void fill(Model model, BrowseForm form, CardPage page, Locale locale) {
        model.addAttribute("cards", page.cards());
        model.addAttribute("more", page.after() == null ? null : form.pathAfter(page.after()));
        model.addAttribute("first", form.after().isEmpty() ? null : form.path());
        model.addAttribute("path", form.path());
        model.addAttribute("chips", words.chips(page.asked(), form, locale));
        model.addAttribute("meant", page.meant());
        model.addAttribute("meantPath", page.meant() == null ? null : form.pathSaying(page.meant()));
        model.addAttribute("helpful", words.chips(page.wouldHelp(), form, locale));
    }

    private void offerChoices(Model model, BrowseForm form, Locale locale) {
        var choices = facets.choices();
        var common = choices.skills()
            .stream()
            .filter(skill -> form.skill().stream().noneMatch(skill::equalsIgnoreCase));
        model.addAttribute("skills", common.limit(SKILLS_SHOWN).toList());
        model.addAttribute("allSkills", choices.skills());
        model.addAttribute("languagesSpoken", Languages.named(with(choices.languages(), form.language()), locale));
        model.addAttribute("currencies", with(choices.currencies(), form.currency()));
        model.addAttribute("hourChoices", BrowseForm.HOURS);
        model.addAttribute("ratingChoices", BrowseForm.RATINGS);
        model.addAttribute("clockChoices", IntStream.range(0, 24).mapToObj(FilterWords::clock).toList());
    }

    private static List<String> with(List<String> common, String chosen) {
        return chosen.isEmpty() || common.contains(chosen)
                ? common
                : Stream.concat(common.stream(), Stream.of(chosen)).toList();
    }
}
