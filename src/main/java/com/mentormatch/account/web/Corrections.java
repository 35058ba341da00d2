package com.mentormatch.account.web;

import com.mentormatch.account.Refusal;
import com.mentormatch.web.Refused;
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

    static void mark(BindingResult errors, Collection<Refusal> refusals) {
        for (var refusal : refusals) {
            if (refusal == Refusal.TOO_MANY_TRIES) {
                throw new Refused(refusal);
            }
            var field = FIELDS.get(refusal);
            if (field == null) {
                errors.reject(refusal.messageKey());
            } else {
                errors.rejectValue(field, refusal.messageKey());
            }
        }
    }

    /** The form again, with what was typed. */
    static ModelAndView form(HttpServletRequest request, String page, String fragment, @Nullable Map<String, ?> model) {
        return new ModelAndView(Views.of(HtmxRequest.fromRequest(request), page, fragment), model,
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
