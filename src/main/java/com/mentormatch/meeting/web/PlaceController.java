package com.mentormatch.meeting.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.meeting.ChoosePlace;
import com.mentormatch.meeting.MeetingPlace.Kind;
import com.mentormatch.meeting.MeetingPlaces;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a mentor meets people. Who has no profile yet is sent to write one first. */
@Controller
@RequestMapping("/mentor/meeting-place")
class PlaceController {

    private static final URI HERE = URI.create("/mentor/meeting-place");

    private final Mentors mentors;
    private final MeetingPlaces places;
    private final ChoosePlace choose;
    private final Clock clock;

    PlaceController(Mentors mentors, MeetingPlaces places, ChoosePlace choose, Clock clock) {
        this.mentors = mentors;
        this.places = places;
        this.choose = choose;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView edit(SignedIn viewer, HtmxRequest htmx) {
        if (!mentors.isMentor(viewer.id())) {
            return start();
        }
        var view = fill(new ModelAndView("meeting/place"));
        return view.addObject("form", PlaceForm.of(places.of(viewer.id())));
    }

    @PostMapping
    ModelAndView save(@ModelAttribute("form") PlaceForm form, BindingResult errors, SignedIn viewer, HtmxRequest htmx,
            RedirectAttributes next) {
        if (!mentors.isMentor(viewer.id())) {
            return start();
        }
        form.check(places, errors);
        if (errors.hasErrors()) {
            return fill(new ModelAndView(Views.of(htmx, "meeting/place", "meeting/_place-form"),
                    HttpStatus.UNPROCESSABLE_CONTENT));
        }
        choose.choose(viewer.id(), form.place(), clock.instant());
        next.addFlashAttribute("flash", "meeting.place.saved");
        return Redirects.to(htmx, HERE);
    }

    private ModelAndView fill(ModelAndView view) {
        return view.addObject("kinds", Arrays.stream(Kind.values()).filter(places::offered).toList());
    }

    private static ModelAndView start() {
        return new ModelAndView("redirect:/mentor/profile");
    }
}
