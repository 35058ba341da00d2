package com.mentormatch.account.web;

import com.mentormatch.account.Refusal;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Puts each refusal at the field it is about, or above them all. */
final class Corrections {

    private static final Map<Refusal, String> FIELDS = Map.ofEntries(Map.entry(Refusal.EMAIL_MALFORMED, "email"),
            Map.entry(Refusal.EMAIL_SAME, "email"), Map.entry(Refusal.EMAIL_NOT_YOURS, "email"),
            Map.entry(Refusal.NAME_MISSING, "name"), Map.entry(Refusal.NAME_LONG, "name"),
            Map.entry(Refusal.ZONE_UNKNOWN, "zone"), Map.entry(Refusal.LANGUAGE_UNKNOWN, "language"),
            Map.entry(Refusal.PASSWORD_SHORT, "password"), Map.entry(Refusal.PASSWORD_LONG, "password"),
            Map.entry(Refusal.PASSWORD_COMMON, "password"), Map.entry(Refusal.PASSWORD_WRONG, "current"),
            Map.entry(Refusal.PHOTO_MISSING, "photo"), Map.entry(Refusal.PHOTO_TOO_LARGE, "photo"),
            Map.entry(Refusal.PHOTO_UNREADABLE, "photo"), Map.entry(Refusal.PHOTO_TOO_MANY_PIXELS, "photo"));

    private Corrections() {}

    /** The form again, with what was typed: passwords are never written into a page. */
    static ModelAndView form(Collection<Refusal> refusals, BindingResult errors, HttpServletRequest request,
            String page, String fragment, @Nullable Map<String, ?> model) {
        mark(errors, refusals);
        return new ModelAndView(Views.of(HtmxRequest.fromRequest(request), page, fragment), model, status(refusals));
    }

    private static HttpStatus status(Collection<Refusal> refusals) {
        return refusals.stream()
            .map(refusal -> HttpStatus.valueOf(refusal.status()))
            .filter(status -> status != HttpStatus.UNPROCESSABLE_CONTENT)
            .findFirst()
            .orElse(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void mark(BindingResult errors, Collection<Refusal> refusals) {
        for (var refusal : refusals) {
            var field = FIELDS.get(refusal);
            if (field == null) {
                errors.reject(refusal.messageKey());
            } else {
                errors.rejectValue(field, refusal.messageKey());
            }
        }
    }
}
