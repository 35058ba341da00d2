package com.mentormatch.availability.web;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.DatesChange;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.web.DatesDoor.Removal;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/** A mentor's dated exceptions: a year to look at, and a form for what is different on certain dates. */
@Controller
@RequestMapping("/mentor/availability/dates")
class DatesController {

    private static final String LIST = "/mentor/availability/dates";
    private static final String START = "redirect:/mentor/profile";

    private final EditAvailability availability;
    private final DatesDoor door;
    private final DatesPages pages;
    private final Mentors mentors;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    DatesController(EditAvailability availability, DatesDoor door, DatesPages pages, Mentors mentors, People people,
            MessageSource messages, Clock clock) {
        this.availability = availability;
        this.door = door;
        this.pages = pages;
        this.mentors = mentors;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last, SignedIn viewer, Locale locale, HtmxRequest htmx,
            Model model) {
        if (!mentors.isMentor(viewer.id())) {
            return START;
        }
        model.addAttribute("form", ExceptionForm.fresh(DateFields.date(first), DateFields.date(last)));
        var wanted = DateFields.date(year + "-01-01").or(() -> DateFields.date(first)).map(LocalDate::getYear);
        fill(viewer.id(), wanted.orElse(0), locale, model);
        return Views.of(htmx, "availability/dates", "availability/_year");
    }

    @PostMapping
    Object add(@ModelAttribute("form") ExceptionForm form, BindingResult errors, SignedIn viewer, Locale locale,
            HtmxRequest htmx, Model model, RedirectAttributes next) {
        if (!mentors.isMentor(viewer.id())) {
            return START;
        }
        var exception = form.read(today(viewer.id()), errors);
        var status = 422;
        if (exception.isPresent()) {
            var entry = new ExceptionEntry(FormIds.of(viewer.id(), form.formToken()), exception.get(), form.note());
            status = door.save(viewer.id(), new DatesChange.Add(List.of(entry)), form.told(), errors, locale, model);
        }
        if (status == DatesDoor.SAVED) {
            next.addFlashAttribute("flash", "availability.dates.added");
            return Redirects.to(htmx, list(exception.get().first()));
        }
        fill(viewer.id(), DateFields.date(form.first()).map(LocalDate::getYear).orElse(0), locale, model);
        return again(htmx, "availability/dates", status, model);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, SignedIn viewer, Model model) {
        model.addAttribute("form", ExceptionForm.of(own(viewer.id(), id)));
        model.addAttribute("id", id);
        return "availability/date";
    }

    @PostMapping("/{id}")
    Object change(@PathVariable UUID id, @ModelAttribute("form") ExceptionForm form, BindingResult errors,
            SignedIn viewer, Locale locale, HtmxRequest htmx, Model model, RedirectAttributes next) {
        own(viewer.id(), id);
        var exception = form.read(today(viewer.id()), errors);
        var status = 422;
        if (exception.isPresent()) {
            var entry = new ExceptionEntry(id, exception.get(), form.note());
            status = door.save(viewer.id(), new DatesChange.Replace(entry), form.told(), errors, locale, model);
        }
        if (status == DatesDoor.SAVED) {
            next.addFlashAttribute("flash", "availability.dates.saved");
            return Redirects.to(htmx, list(exception.get().first()));
        }
        model.addAttribute("id", id);
        return again(htmx, "availability/date", status, model);
    }

    @PostMapping("/{id}/removal")
    Object remove(@PathVariable UUID id, @RequestParam(defaultValue = "") Set<String> seen, SignedIn viewer,
            Locale locale, HtmxRequest htmx, Model model, RedirectAttributes next) {
        var entry = own(viewer.id(), id);
        var over = entry.exception().last().isBefore(today(viewer.id()));
        var removal = new Removal(what(entry, locale), LIST + "/" + id + "/removal", LIST,
                list(entry.exception().first()), over ? Map.of() : ExceptionForm.of(entry).fields());
        return door.remove(viewer.id(), new DatesChange.Remove(id), removal, seen, htmx, model, next);
    }

    @PostMapping("/past/removal")
    Object removePast(@RequestParam(defaultValue = "") Set<String> seen, SignedIn viewer, Locale locale,
            HtmxRequest htmx, Model model, RedirectAttributes next) {
        if (!mentors.isMentor(viewer.id())) {
            return START;
        }
        var removal = new Removal(messages.getMessage("availability.dates.past.all", null, locale),
                LIST + "/past/removal", LIST, URI.create(LIST), Map.of());
        return door.remove(viewer.id(), new DatesChange.RemovePast(today(viewer.id())), removal, seen, htmx, model,
                next);
    }

    private static ModelAndView again(HtmxRequest htmx, String page, int status, Model model) {
        return new ModelAndView(Views.of(htmx, page, "availability/_date-form"), model.asMap(),
                HttpStatusCode.valueOf(status));
    }

    /** @param year 0 for the current one */
    private void fill(AccountId mentor, int year, Locale locale, Model model) {
        var today = today(mentor);
        model.addAttribute("page", pages.page(availability.current(mentor), zone(mentor), today,
                year == 0 ? today.getYear() : year, locale));
    }

    private ExceptionEntry own(AccountId mentor, UUID id) {
        return availability.current(mentor)
            .exceptions()
            .stream()
            .filter(entry -> entry.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    }

    private String what(ExceptionEntry entry, Locale locale) {
        var row = pages.row(entry, List.of(), locale);
        return messages.getMessage("availability.dates.what",
                new Object[]{messages.getMessage("availability.dates.kind." + row.kind(), null, locale), row.dates()},
                locale);
    }

    private LocalDate today(AccountId mentor) {
        return LocalDate.ofInstant(clock.instant(), zone(mentor));
    }

    private ZoneId zone(AccountId mentor) {
        return people.find(mentor).orElseThrow().zone();
    }

    private URI list(LocalDate first) {
        return URI.create(LIST + "?year=" + first.getYear());
    }
}
