package com.mentormatch.availability.web;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.DatesChange;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.Travel;
import com.mentormatch.availability.web.DatesDoor.Removal;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.shared.TimeWords;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where else a mentor is: on those dates hours are meant by the clock there. */
@Controller
@RequestMapping("/mentor/availability/travel")
class TravelController {

    private static final String LIST = "/mentor/availability/travel";
    private static final String START = "redirect:/mentor/profile";

    private final EditAvailability availability;
    private final DatesDoor door;
    private final ZoneChoices zones;
    private final Mentors mentors;
    private final People people;
    private final DateWords dateWords;
    private final TimeWords words;
    private final MessageSource messages;
    private final Clock clock;

    TravelController(EditAvailability availability, DatesDoor door, ZoneChoices zones, Mentors mentors, People people,
            DateWords dateWords, TimeWords words, MessageSource messages, Clock clock) {
        this.availability = availability;
        this.door = door;
        this.zones = zones;
        this.mentors = mentors;
        this.people = people;
        this.dateWords = dateWords;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(SignedIn viewer, Locale locale, Model model) {
        if (!mentors.isMentor(viewer.id())) {
            return START;
        }
        model.addAttribute("form", TravelForm.fresh());
        fill(viewer.id(), locale, model);
        return "availability/travels";
    }

    @PostMapping
    Object add(@ModelAttribute("form") TravelForm form, BindingResult errors, SignedIn viewer, Locale locale,
            HtmxRequest htmx, Model model, RedirectAttributes next) {
        if (!mentors.isMentor(viewer.id())) {
            return START;
        }
        var travel = form.read(FormIds.of(viewer.id(), form.formToken()), zone(viewer.id()), today(viewer.id()),
                errors);
        var status = travel.isEmpty()
                ? 422
                : door.save(viewer.id(), new DatesChange.AddTravel(travel.get()), form.told(), errors, locale, model);
        if (status == DatesDoor.SAVED) {
            next.addFlashAttribute("flash", "availability.travel.added");
            return Redirects.to(htmx, URI.create(LIST));
        }
        return show(null, form, status, viewer, locale, htmx, model);
    }

    @PostMapping(path = {"", "/{id}"}, params = "find")
    Object find(@PathVariable(required = false) @Nullable UUID id, @ModelAttribute("form") TravelForm form,
            BindingResult errors, SignedIn viewer, Locale locale, HtmxRequest htmx, Model model) {
        model.addAttribute("found", zones.find(form.zone(), clock.instant(), locale));
        return show(id, form, 200, viewer, locale, htmx, model);
    }

    @PostMapping(path = {"", "/{id}"}, params = "pick")
    Object pick(@PathVariable(required = false) @Nullable UUID id, @ModelAttribute("form") TravelForm form,
            BindingResult errors, @RequestParam String pick, SignedIn viewer, Locale locale, HtmxRequest htmx,
            Model model) {
        return show(id, form.in(pick), 200, viewer, locale, htmx, model);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, SignedIn viewer, Model model) {
        model.addAttribute("form", TravelForm.of(own(viewer.id(), id)));
        model.addAttribute("id", id);
        return "availability/travel";
    }

    @PostMapping("/{id}")
    Object change(@PathVariable UUID id, @ModelAttribute("form") TravelForm form, BindingResult errors, SignedIn viewer,
            Locale locale, HtmxRequest htmx, Model model, RedirectAttributes next) {
        own(viewer.id(), id);
        var travel = form.read(id, zone(viewer.id()), today(viewer.id()), errors);
        var status = travel.isEmpty()
                ? 422
                : door.save(viewer.id(), new DatesChange.ReplaceTravel(travel.get()), form.told(), errors, locale,
                        model);
        if (status == DatesDoor.SAVED) {
            next.addFlashAttribute("flash", "availability.travel.saved");
            return Redirects.to(htmx, URI.create(LIST));
        }
        return show(id, form, status, viewer, locale, htmx, model);
    }

    @PostMapping("/{id}/removal")
    Object remove(@PathVariable UUID id, @RequestParam(defaultValue = "") Set<String> seen, SignedIn viewer,
            Locale locale, HtmxRequest htmx, Model model, RedirectAttributes next) {
        var travel = own(viewer.id(), id);
        var over = travel.last().isBefore(today(viewer.id()));
        var removal = new Removal(what(travel, locale), LIST + "/" + id + "/removal", LIST, URI.create(LIST),
                over ? Map.of() : TravelForm.of(travel).fields());
        return door.remove(viewer.id(), new DatesChange.RemoveTravel(id), removal, seen, htmx, model, next);
    }

    /** @param id of the stay the form changes; null where it makes one */
    private Object show(@Nullable UUID id, TravelForm form, int status, SignedIn viewer, Locale locale,
            HtmxRequest htmx, Model model) {
        if (id != null) {
            own(viewer.id(), id);
            model.addAttribute("id", id);
        } else if (mentors.isMentor(viewer.id())) {
            fill(viewer.id(), locale, model);
        } else {
            return START;
        }
        model.addAttribute("form", form);
        if (status == 422 && !form.zone().isEmpty()) {
            model.addAttribute("found", zones.meant(form.zone(), clock.instant(), locale));
        }
        return new ModelAndView(Views.of(htmx, id == null ? "availability/travels" : "availability/travel",
                "availability/_travel-form"), model.asMap(), HttpStatusCode.valueOf(status));
    }

    private void fill(AccountId mentor, Locale locale, Model model) {
        var home = zone(mentor);
        var today = today(mentor);
        var travels = availability.current(mentor).travels();
        model.addAttribute("page",
                new TravelsPage(home,
                        travels.stream()
                            .filter(travel -> !travel.last().isBefore(today))
                            .map(travel -> row(travel, home, locale))
                            .toList(),
                        travels.stream()
                            .filter(travel -> travel.last().isBefore(today))
                            .sorted(Comparator.reverseOrder())
                            .map(travel -> row(travel, home, locale))
                            .toList()));
    }

    private TravelsPage.Row row(Travel travel, ZoneId home, Locale locale) {
        return new TravelsPage.Row(travel.id(), dateWords.dates(travel.first(), travel.last(), locale),
                words.city(travel.zone()), travel.zone().getId(), example(travel, home, locale));
    }

    /** Nine o'clock on the first Monday there, or on the first day where there is no Monday. */
    private String example(Travel travel, ZoneId home, Locale locale) {
        var monday = travel.first().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        var at = (monday.isAfter(travel.last()) ? travel.first() : monday).atTime(LocalTime.of(9, 0))
            .atZone(travel.zone())
            .toInstant();
        return messages.getMessage("availability.travel.example",
                new Object[]{words.moment(at, travel.zone(), locale), words.moment(at, home, locale)}, locale);
    }

    private Travel own(AccountId mentor, UUID id) {
        return availability.current(mentor)
            .travels()
            .stream()
            .filter(travel -> travel.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    }

    private String what(Travel travel, Locale locale) {
        return messages.getMessage("availability.dates.what",
                new Object[]{words.city(travel.zone()), dateWords.dates(travel.first(), travel.last(), locale)},
                locale);
    }

    private LocalDate today(AccountId mentor) {
        return LocalDate.ofInstant(clock.instant(), zone(mentor));
    }

    private ZoneId zone(AccountId mentor) {
        return people.find(mentor).orElseThrow().zone();
    }
}
