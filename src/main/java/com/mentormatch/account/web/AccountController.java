package com.mentormatch.account.web;

import com.mentormatch.account.ChangePassword;
import com.mentormatch.account.ChangePhoto;
import com.mentormatch.account.EditAccount;
import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.account.security.OpenSession;
import com.mentormatch.shared.Zones;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** One's own account: what others see, how one is written to, and the password. */
@Controller
@RequestMapping("/account")
class AccountController {

    private static final String PAGE = "/account";

    record DetailsForm(@Nullable String name, @Nullable String zone, @Nullable String language) {}

    record PasswordForm(@Nullable String current, @Nullable String password) {}

    record PhotoForm(@Nullable MultipartFile photo) {}

    private final EditAccount edit;
    private final ChangePassword changePassword;
    private final ChangePhoto changePhoto;
    private final People people;
    private final OpenSession session;
    private final Clock clock;

    AccountController(EditAccount edit, ChangePassword changePassword, ChangePhoto changePhoto, People people,
            OpenSession session, Clock clock) {
        this.edit = edit;
        this.changePassword = changePassword;
        this.changePhoto = changePhoto;
        this.people = people;
        this.session = session;
        this.clock = clock;
    }

    @GetMapping
    String show(SignedIn viewer, Model model, Locale locale) {
        fill(viewer, model, locale);
        return "account/settings";
    }

    @PostMapping
    Object edit(SignedIn viewer, @ModelAttribute("details") DetailsForm form, BindingResult errors, Model model,
            Locale locale, HttpServletRequest request, HttpServletResponse response) {
        var refusals = edit.edit(viewer, form.name(), form.zone(), form.language(), clock.instant());
        if (refusals.isEmpty()) {
            return Onward.to(PAGE, "account.details.saved", request, response);
        }
        fill(viewer, model, locale);
        model.addAttribute("meant", Zones.check(form.zone()) instanceof Zones.Unknown(var meant) ? meant : List.of());
        return Corrections.form(refusals, errors, request, "account/settings", "account/_details", Map.of());
    }

    @PostMapping("/password")
    Object changePassword(SignedIn viewer, @ModelAttribute("passwords") PasswordForm form, BindingResult errors,
            Model model, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        return switch (changePassword.change(viewer, form.current(), form.password(), clock.instant())) {
            case ChangePassword.Changed(var standing) -> {
                session.open(standing, request, response);
                yield Onward.to(PAGE, "account.password.changed", request, response);
            }
            case ChangePassword.Refused(var why) -> {
                fill(viewer, model, locale);
                yield Corrections.form(List.of(why), errors, request, "account/settings", "account/_password",
                        Map.of());
            }
        };
    }

    @PostMapping("/photo")
    Object changePhoto(SignedIn viewer, @ModelAttribute("picture") PhotoForm form, BindingResult errors, Model model,
            Locale locale, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var upload = form.photo() == null ? new byte[0] : form.photo().getBytes();
        var refusal = changePhoto.put(viewer, upload, clock.instant());
        if (refusal.isEmpty()) {
            return Onward.to(PAGE, "account.photo.saved", request, response);
        }
        fill(viewer, model, locale);
        return Corrections.form(List.of(refusal.get()), errors, request, "account/settings", "account/_photo",
                Map.of());
    }

    @PostMapping("/photo/removal")
    Object removePhoto(SignedIn viewer, HttpServletRequest request, HttpServletResponse response) {
        changePhoto.remove(viewer, clock.instant());
        return Onward.to(PAGE, "account.photo.removed", request, response);
    }

    /** Everything the page shows; a form that is being corrected stays as it was typed. */
    private void fill(SignedIn viewer, Model model, Locale locale) {
        var person = people.find(viewer.id()).orElseThrow();
        model.addAttribute("person", person);
        model.addAttribute("zones", Zones.all());
        model.addAttribute("languages", languages(locale));
        var forms = Map.of("details", details(person), "passwords", new PasswordForm("", ""), "picture",
                new PhotoForm(null));
        forms.forEach((name, form) -> {
            if (!model.containsAttribute(name)) {
                model.addAttribute(name, form);
            }
        });
    }

    private static DetailsForm details(Person person) {
        return new DetailsForm(person.name(), person.zone().getId(), person.locale().toLanguageTag());
    }

    private static Map<String, String> languages(Locale locale) {
        var languages = new LinkedHashMap<String, String>();
        EditAccount.LOCALES.forEach(one -> languages.put(one.toLanguageTag(), one.getDisplayName(locale)));
        return languages;
    }
}
