package com.mentormatch.availability.web;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.EditWeek;
import com.mentormatch.availability.PreviewAvailability;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.Week;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A mentor's own week, its zone and the session settings. Each button of the form is a door of its own; all but saving
 * answer with the form as it was typed.
 */
@Controller
@RequestMapping("/mentor/availability")
class AvailabilityController {

    private static final String START = "redirect:/mentor/profile";
    private static final List<Integer> QUARTERS = IntStream.rangeClosed(1, 12).map(i -> i * 15).boxed().toList();

    private final EditWeek weeks;
    private final EditAvailability availability;
    private final PreviewAvailability previews;
    private final Differences differences;
    private final ZoneChoices zones;
    private final Mentors mentors;
    private final Clock clock;

    AvailabilityController(EditWeek weeks, EditAvailability availability, PreviewAvailability previews,
            Differences differences, ZoneChoices zones, Mentors mentors, Clock clock) {
        this.weeks = weeks;
        this.availability = availability;
        this.previews = previews;
        this.differences = differences;
        this.zones = zones;
        this.mentors = mentors;
        this.clock = clock;
    }

    @GetMapping
    Object edit(SignedIn viewer, Locale locale, HtmxRequest htmx, Model model) {
        if (!mentors.isMentor(viewer.id())) {
            return START;
        }
        var week = weeks.current(viewer.id());
        return show(AvailabilityForm.of(week), week, HttpStatus.OK, viewer, locale, htmx, model);
    }

    @PostMapping
    Object save(@ModelAttribute AvailabilityForm availabilityForm, BindingResult errors,
            @RequestParam(required = false) String over, @RequestParam(defaultValue = "") Set<String> seen,
            SignedIn viewer, Locale locale, HtmxRequest htmx, Model model, RedirectAttributes flash) {
        if (!mentors.isMentor(viewer.id())) {
            return START;
        }
        var stored = weeks.current(viewer.id());
        availabilityForm.ask(published(viewer.id()), stored);
        var week = availabilityForm.week(stored, errors, locale);
        if (week == null) {
            return show(availabilityForm, stored, HttpStatus.UNPROCESSABLE_CONTENT, viewer, locale, htmx, model);
        }
        var read = over == null ? availabilityForm.read() : over;
        return switch (weeks.save(viewer.id(), week, read, seen, clock.instant())) {
            case EditWeek.Saved() -> {
                flash.addFlashAttribute("flash", "availability.saved");
                yield Redirects.to(htmx, URI.create("/mentor/availability"));
            }
            case EditWeek.Changed(var saved) -> {
                model.addAttribute("saved", saved);
                model.addAttribute("differences", differences.between(week, saved, published(viewer.id()), locale));
                yield show(availabilityForm, saved, HttpStatus.CONFLICT, viewer, locale, htmx, model);
            }
            case EditWeek.LeavesOut(var preview) -> {
                model.addAttribute("preview", preview);
                model.addAttribute("confirm", true);
                model.addAttribute("over", over);
                yield show(availabilityForm, stored, HttpStatus.CONFLICT, viewer, locale, htmx, model);
            }
        };
    }

    @PostMapping(params = "preview")
    Object preview(@ModelAttribute AvailabilityForm availabilityForm, BindingResult errors, SignedIn viewer,
            Locale locale, HtmxRequest htmx, Model model) {
        if (!mentors.isMentor(viewer.id())) {
            return START;
        }
        var stored = weeks.current(viewer.id());
        availabilityForm.ask(published(viewer.id()), stored);
        var week = availabilityForm.week(stored, errors, locale);
        if (week != null) {
            model.addAttribute("preview",
                    previews.of(viewer.id(), week.in(availability.current(viewer.id())), week.zone(), clock.instant()));
        }
        var status = week == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return show(availabilityForm, stored, status, viewer, locale, htmx, model);
    }

    @PostMapping(params = "copy")
    Object copy(@ModelAttribute AvailabilityForm availabilityForm, BindingResult errors, @RequestParam String copy,
            @RequestParam(defaultValue = "1") DayNumber copyFrom,
            @RequestParam(defaultValue = "") List<DayNumber> copyTo, SignedIn viewer, Locale locale, HtmxRequest htmx,
            Model model) {
        var to = switch (copy) {
            case "weekdays" -> List.of(0, 1, 2, 3, 4);
            case "all" -> List.of(0, 1, 2, 3, 4, 5, 6);
            default -> copyTo.stream().map(DayNumber::index).toList();
        };
        model.addAttribute("copyFrom", copyFrom.day().getValue());
        return again(availabilityForm.copied(copyFrom.index(), to), viewer, locale, htmx, model);
    }

    @PostMapping(params = "pick")
    Object pick(@ModelAttribute AvailabilityForm availabilityForm, BindingResult errors, @RequestParam String pick,
            SignedIn viewer, Locale locale, HtmxRequest htmx, Model model) {
        return again(availabilityForm.in(pick), viewer, locale, htmx, model);
    }

    @PostMapping(params = "find")
    Object find(@ModelAttribute AvailabilityForm availabilityForm, BindingResult errors, SignedIn viewer, Locale locale,
            HtmxRequest htmx, Model model) {
        model.addAttribute("found", zones.find(availabilityForm.zone(), clock.instant(), locale));
        return again(availabilityForm, viewer, locale, htmx, model);
    }

    /** What a typed city or offset may mean, while it is typed. */
    @GetMapping("/zones")
    Object zones(@RequestParam(defaultValue = "") String zone, SignedIn viewer, Locale locale, HtmxRequest htmx,
            Model model) {
        if (!mentors.isMentor(viewer.id())) {
            return START;
        }
        model.addAttribute("found", zones.find(zone, clock.instant(), locale));
        if (Views.wantsFragment(htmx)) {
            return "availability/_zones";
        }
        var week = weeks.current(viewer.id());
        return show(AvailabilityForm.of(week).in(zone), week, HttpStatus.OK, viewer, locale, htmx, model);
    }

    private Object again(AvailabilityForm form, SignedIn viewer, Locale locale, HtmxRequest htmx, Model model) {
        return mentors.isMentor(viewer.id())
                ? show(form, weeks.current(viewer.id()), HttpStatus.OK, viewer, locale, htmx, model)
                : START;
    }

    private List<OfferTerms> published(AccountId mentor) {
        return mentors.offers(mentor).stream().filter(OfferTerms::published).toList();
    }

    private ModelAndView show(AvailabilityForm form, Week stored, HttpStatus status, SignedIn viewer, Locale locale,
            HtmxRequest htmx, Model model) {
        var offers = published(viewer.id());
        form.ask(offers, stored);
        var fresh = AvailabilityForm.of(stored);
        fresh.ask(offers, stored);
        model.addAttribute("availabilityForm", form);
        model.addAttribute("unsaved", form.equals(fresh) ? null : "true");
        model.addAttribute("zone", stored.zone());
        model.addAttribute("offers", offers);
        model.addAttribute("days", names(TextStyle.FULL, locale));
        model.addAttribute("shortDays", names(TextStyle.SHORT, locale));
        model.addAttribute("buffers", SessionSettings.BUFFERS.stream().sorted().toList());
        model.addAttribute("intervals", QUARTERS);
        model.addAttribute("units", List.of("MINUTES", "HOURS", "DAYS"));
        if (status == HttpStatus.UNPROCESSABLE_CONTENT && !model.containsAttribute("found")) {
            model.addAttribute("found", zones.meant(form.zone(), clock.instant(), locale));
        }
        return new ModelAndView(Views.of(htmx, "availability/edit", "availability/_editor"), model.asMap(), status);
    }

    private static List<String> names(TextStyle style, Locale locale) {
        return Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(style, locale)).toList();
    }
}
