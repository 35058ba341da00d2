package com.mentormatch.mentor.web;

import com.mentormatch.mentor.CardPage;
import com.mentormatch.mentor.Facets;
import com.mentormatch.mentor.MentorSearch;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
class BrowseController {

    private static final int SKILLS_SHOWN = 10;

    private final MentorSearch search;
    private final Facets facets;
    private final FilterWords words;
    private final Clock clock;

    BrowseController(MentorSearch search, Facets facets, FilterWords words, Clock clock) {
        this.search = search;
        this.facets = facets;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/mentors")
    String browse(@ModelAttribute("search") BrowseForm form, BindingResult unreadable, ViewerZone zone, Locale locale,
            HtmxRequest htmx, HttpServletResponse response, Model model) {
        var now = clock.instant();
        var page = search.page(form.filter(zone.zone()), form.after(), now);
        fill(model, form, page, locale);
        model.addAttribute("now", now);
        PublicPage.of(response);
        if (Views.wantsFragment(htmx) && !form.after().isEmpty()) {
            return "mentor/_more";
        }
        if (Views.wantsFragment(htmx)) {
            response.setHeader("HX-Push-Url", form.path());
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
    }

    private static List<String> with(List<String> common, String chosen) {
        return chosen.isEmpty() || common.contains(chosen)
                ? common
                : Stream.concat(common.stream(), Stream.of(chosen)).toList();
    }
}
