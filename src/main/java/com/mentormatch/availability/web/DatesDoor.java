package com.mentormatch.availability.web;

import com.mentormatch.account.AccountId;
import com.mentormatch.availability.DatesChange;
import com.mentormatch.availability.EditDates;
import com.mentormatch.shared.TimeWords;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Refused;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How every change of dates and stays is answered, whichever form asks for it. */
@Component
class DatesDoor {

    static final int SAVED = 303;

    /**
     * @param what   is removed, in words
     * @param action where it is done
     * @param list   where the same is made again
     * @param back   where to go on, also for whoever keeps it
     * @param again  fields of the form that makes the same again; empty where it cannot be made again
     */
    record Removal(String what, String action, String list, URI back, Map<String, String> again) {}

    private final EditDates dates;
    private final DateWords dateWords;
    private final TimeWords words;
    private final Clock clock;

    DatesDoor(EditDates dates, DateWords dateWords, TimeWords words, Clock clock) {
        this.dates = dates;
        this.dateWords = dateWords;
        this.words = words;
        this.clock = clock;
    }

    /** @return the status to answer with; of all but {@link #SAVED} the form says why */
    int save(AccountId mentor, DatesChange change, Set<String> told, BindingResult errors, Locale locale, Model model) {
        return switch (dates.edit(mentor, change, told, clock.instant())) {
            case EditDates.Saved() -> SAVED;
            case EditDates.LeavesOut(var preview) -> {
                model.addAttribute("preview", preview);
                yield 409;
            }
            case EditDates.Refused(var why) -> {
                errors.reject(why.messageKey(), new Object[]{why.most()}, null);
                yield why.status();
            }
            case EditDates.Overlaps(var other) -> {
                errors.rejectValue("first", "availability.travel.overlap",
                        new Object[]{words.city(other.zone()), dateWords.dates(other.first(), other.last(), locale)},
                        null);
                yield 422;
            }
        };
    }

    /** At once, with a way to take it back; where sessions would fall outside it asks first. */
    Object remove(AccountId mentor, DatesChange change, Removal removal, Set<String> told, HtmxRequest htmx,
            Model model, RedirectAttributes next) {
        return switch (dates.edit(mentor, change, told, clock.instant())) {
            case EditDates.Saved() -> {
                next.addFlashAttribute("undoWhat", removal.what());
                next.addFlashAttribute("undoAt", removal.list());
                next.addFlashAttribute("undo", removal.again());
                yield Redirects.to(htmx, removal.back());
            }
            case EditDates.LeavesOut(var preview) -> {
                model.addAttribute("preview", preview);
                model.addAttribute("removal", removal);
                yield new ModelAndView(Views.of(htmx, "availability/removal", "availability/_removal"), model.asMap(),
                        HttpStatusCode.valueOf(409));
            }
            case EditDates.Refused(var why) -> throw new Refused(why);
            case EditDates.Overlaps _ -> throw new IllegalStateException("One less overlaps nothing");
        };
    }
}
