package com.mentormatch.mentor.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.MentorProfile;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A mentor's own profile. For everybody else it is the way to become one. */
@Controller
@RequestMapping("/mentor/profile")
class OwnProfileController {

    private final Mentors mentors;
    private final EditProfile profiles;
    private final Clock clock;

    OwnProfileController(Mentors mentors, EditProfile profiles, Clock clock) {
        this.mentors = mentors;
        this.profiles = profiles;
        this.clock = clock;
    }

    @GetMapping
    String edit(SignedIn viewer, Locale locale, Model model) {
        var profile = mentors.byId(viewer.id()).orElse(null);
        model.addAttribute("form", profile == null ? ProfileForm.EMPTY : ProfileForm.of(profile));
        fill(model, profile, locale);
        return "mentor/own-profile";
    }

    @PostMapping
    String save(@ModelAttribute("form") ProfileForm form, BindingResult errors, SignedIn viewer, HtmxRequest htmx,
            Locale locale, HttpServletResponse response, Model model, RedirectAttributes next) {
        form.check(errors);
        var profile = mentors.byId(viewer.id()).orElse(null);
        if (errors.hasErrors()) {
            response.setStatus(422);
            fill(model, profile, locale);
            return Views.of(htmx, "mentor/own-profile", "mentor/_profile-form");
        }
        profiles.save(viewer.id(), form.text(), form.publishing(), clock.instant());
        var goesOn = form.publishing() && profile == null;
        next.addFlashAttribute("flash", form.publishing() ? "mentor.own.published" : "mentor.own.saved");
        return Redirects.to(htmx, goesOn ? "/mentor/offers" : "/mentor/profile");
    }

    private static void fill(Model model, @Nullable MentorProfile profile, Locale locale) {
        model.addAttribute("profile", profile);
        var chosen = ((ProfileForm) model.getAttribute("form")).languages();
        var choices = new LinkedHashMap<>(Languages.named(chosen, locale));
        choices.putAll(Languages.named(Languages.OFFERED, locale));
        model.addAttribute("languageChoices", choices);
    }
}
