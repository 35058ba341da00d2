package com.mentormatch.availability.web;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.DatedException;
import com.mentormatch.availability.DatesChange;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.holiday.PublicHolidays;
import com.mentormatch.availability.holiday.PublicHolidays.Place;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.shared.PlainText;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Public holidays of a country, to be taken off with one click. */
@Controller
@RequestMapping("/mentor/availability/holidays")
class HolidaysController {

    private final EditAvailability availability;
    private final DatesDoor door;
    private final PublicHolidays holidays;
    private final Mentors mentors;
    private final People people;
    private final DateWords words;
    private final MessageSource messages;
    private final Clock clock;

    HolidaysController(EditAvailability availability, DatesDoor door, PublicHolidays holidays, Mentors mentors,
            People people, DateWords words, MessageSource messages, Clock clock) {
        this.availability = availability;
        this.door = door;
        this.holidays = holidays;
        this.mentors = mentors;
        this.people = people;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute("form") HolidaysForm form, BindingResult unreadable, SignedIn viewer, Locale locale,
            HtmxRequest htmx, Model model) {
        if (!mentors.isMentor(viewer.id())) {
            return "redirect:/mentor/profile";
        }
        model.addAttribute("page", page(viewer.id(), form, locale));
        return Views.of(htmx, "availability/holidays", "availability/_holidays");
    }

    @PostMapping
    Object takeOff(@ModelAttribute("form") HolidaysForm form, BindingResult errors, SignedIn viewer, Locale locale,
            HtmxRequest htmx, Model model, RedirectAttributes next) {
        if (!mentors.isMentor(viewer.id())) {
            return "redirect:/mentor/profile";
        }
        var page = page(viewer.id(), form, locale);
        var days = page.years()
            .stream()
            .flatMap(year -> year.days().stream())
            .filter(day -> !day.taken() && (form.wantsAll() || day.chosen()))
            .map(day -> ExceptionEntry.of(new DatedException.Off(day.date(), day.date()),
                    PlainText.line(day.name(), ExceptionEntry.NOTE)))
            .toList();
        var status = 422;
        if (days.isEmpty() && !form.wantsAll() && form.days().isEmpty()) {
            errors.reject("availability.holidays.choose");
        } else {
            status = door.save(viewer.id(), new DatesChange.TakeOff(days), form.told(), errors, locale, model);
        }
        if (status == DatesDoor.SAVED) {
            next.addFlashAttribute("flash",
                    messages.getMessage("availability.holidays.taken", new Object[]{days.size()}, locale));
            return Redirects.to(htmx, URI.create("/mentor/availability/dates"));
        }
        model.addAttribute("page", page);
        return new ModelAndView(Views.of(htmx, "availability/holidays", "availability/_holidays"), model.asMap(),
                HttpStatusCode.valueOf(status));
    }

    /** What the address says wrongly, a country that is none or a part of another one, is as if it said nothing. */
    private HolidaysPage page(AccountId mentor, HolidaysForm form, Locale locale) {
        var zone = people.find(mentor).orElseThrow().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var countries = holidays.countries(locale);
        var country = holidays.knows(form.country()) ? form.country() : holidays.countryOf(zone).orElse("");
        if (country.isEmpty()) {
            return new HolidaysPage("", "", "", countries, List.of(), List.of());
        }
        var parts = holidays.parts(country, locale);
        var part = parts.stream().map(Place::code).filter(form.part()::equals).findFirst().orElse("");
        var schedule = availability.current(mentor);
        var years = Stream.of(today.getYear(), today.getYear() + 1)
            .map(year -> new HolidaysPage.Year(year,
                    holidays.of(country, part, Year.of(year), locale)
                        .stream()
                        .filter(feast -> !feast.date().isBefore(today))
                        .map(feast -> new HolidaysPage.Row(feast.date(), words.date(feast.date(), locale), feast.name(),
                                schedule.off(feast.date()), closed(schedule, feast.date()),
                                form.days().contains(feast.date().toString())))
                        .toList()))
            .filter(year -> !year.days().isEmpty())
            .toList();
        var name = countries.stream().filter(each -> each.code().equals(country)).findFirst().orElseThrow().name();
        return new HolidaysPage(country, name, part, countries, parts, years);
    }

    private static boolean closed(Schedule schedule, LocalDate date) {
        return schedule.windows().stream().noneMatch(window -> window.day() == date.getDayOfWeek());
    }
}
