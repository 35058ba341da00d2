package com.mentormatch.availability.web;

import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.mentor.MentorProfile;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A mentor's own week and session settings. */
@Controller
class AvailabilityController {

    private final EditAvailability availability;
    private final Mentors mentors;
    private final People people;

    AvailabilityController(EditAvailability availability, Mentors mentors, People people) {
        this.availability = availability;
        this.mentors = mentors;
        this.people = people;
    }

    @GetMapping("/mentor/availability")
    String edit(SignedIn viewer, Locale locale, Model model) {
        var mentor = mentors.byId(viewer.id());
        if (mentor.isEmpty()) {
            return "redirect:/mentor/profile";
        }
        model.addAttribute("availabilityForm", AvailabilityForm.of(availability.current(viewer.id())));
        describe(mentor.get(), locale, model);
        return "availability/edit";
    }

    @PostMapping("/mentor/availability")
    Object save(@Valid @ModelAttribute AvailabilityForm availabilityForm, BindingResult errors, SignedIn viewer,
            Locale locale, HtmxRequest htmx, Model model, RedirectAttributes flash) {
        var mentor = mentors.byId(viewer.id());
        if (mentor.isEmpty()) {
            return "redirect:/mentor/profile";
        }
        var schedule = availabilityForm.schedule(availability.current(viewer.id()), errors, locale);
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (schedule != null) {
            switch (availability.save(viewer.id(), schedule)) {
                case EditAvailability.Saved() -> {
                    flash.addFlashAttribute("flash", "availability.saved");
                    return Redirects.to(htmx, URI.create("/mentor/availability"));
                }
                case EditAvailability.Stale() -> {
                    errors.reject("availability.stale");
                    status = HttpStatus.CONFLICT;
                }
            }
        }
        describe(mentor.get(), locale, model);
        return new ModelAndView(Views.of(htmx, "availability/edit", "availability/_editor"), model.asMap(), status);
    }

    private void describe(MentorProfile mentor, Locale locale, Model model) {
        model.addAttribute("mentor", mentor);
        model.addAttribute("zone", people.find(mentor.id()).orElseThrow().zone());
        model.addAttribute("days",
                Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.FULL, locale)).toList());
        model.addAttribute("buffers", SessionSettings.BUFFERS.stream().sorted().toList());
        model.addAttribute("intervals", List.of(15, 30, 45, 60, 90, 120, 180));
    }
}
