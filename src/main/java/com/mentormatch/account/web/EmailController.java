package com.mentormatch.account.web;

import com.mentormatch.account.ChangeEmail;
import com.mentormatch.account.ChangeEmail.Changed;
import com.mentormatch.account.ChangeEmail.Dead;
import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.account.Viewer;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Another address for one's account. Whoever opens the link in the mail need not be signed in there. */
@Controller
@RequestMapping("/account/email")
class EmailController {

    /** @param current the password */
    record EmailForm(@Nullable String email, @Nullable String current) {}

    private final ChangeEmail change;
    private final People people;
    private final Clock clock;

    EmailController(ChangeEmail change, People people, Clock clock) {
        this.change = change;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String show(SignedIn viewer, Model model) {
        model.addAttribute("form", new EmailForm("", ""));
        model.addAttribute("person", people.find(viewer.id()).orElseThrow());
        return "account/email";
    }

    @PostMapping
    Object request(SignedIn viewer, @ModelAttribute("form") EmailForm form, BindingResult errors,
            HttpServletRequest request) {
        var refusals = change.request(viewer, form.email(), form.current(), clock.instant());
        return refusals.isEmpty()
                ? Views.of(HtmxRequest.fromRequest(request), "account/sent-email", "account/_sent-email")
                : Corrections.form(refusals, errors, request, "account/email", "account/_email",
                        Map.of("person", people.find(viewer.id()).orElseThrow()));
    }

    /** Only a button: mail scanners open every link. */
    @GetMapping("/confirmation")
    String choose(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return "account/email-confirmation";
    }

    @PostMapping("/confirmation")
    Object confirm(Viewer viewer, @RequestParam(defaultValue = "") String token, HttpServletRequest request,
            HttpServletResponse response) {
        return switch (change.confirm(token, clock.instant())) {
            case Changed() when viewer instanceof SignedIn ->
                Onward.to("/account", "account.email.changed", request, response);
            case Changed() -> Onward.to("/sign-in?ended=moved", request);
            case Dead() -> DeadLink.page(DeadLink.Kind.EMAIL);
        };
    }
}
