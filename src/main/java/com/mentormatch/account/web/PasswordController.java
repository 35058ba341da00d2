package com.mentormatch.account.web;

import com.mentormatch.account.Refusal;
import com.mentormatch.account.ResetPassword;
import com.mentormatch.account.security.OpenSession;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
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

/** A forgotten password. */
@Controller
@RequestMapping("/password")
class PasswordController {

    record ForgotForm(@Nullable String email) {}

    record ResetForm(@Nullable String token, @Nullable String password) {}

    private final ResetPassword reset;
    private final OpenSession session;
    private final Clock clock;

    PasswordController(ResetPassword reset, OpenSession session, Clock clock) {
        this.reset = reset;
        this.session = session;
        this.clock = clock;
    }

    @GetMapping("/forgot")
    String forgot(Model model) {
        model.addAttribute("form", new ForgotForm(""));
        return "account/forgot";
    }

    @PostMapping("/forgot")
    Object send(@ModelAttribute("form") ForgotForm form, BindingResult errors, HttpServletRequest request) {
        var refusal = reset.request(form.email(), request.getRemoteAddr(), clock.instant());
        return refusal.isEmpty()
                ? Views.of(HtmxRequest.fromRequest(request), "account/sent-reset", "account/_sent-reset")
                : Corrections.form(List.of(refusal.get()), errors, request, "account/forgot", "account/_forgot",
                        Map.of());
    }

    @GetMapping("/reset")
    Object choose(@RequestParam(defaultValue = "") String token, Model model) {
        if (!reset.alive(token, clock.instant())) {
            return DeadLink.page(DeadLink.Kind.RESET);
        }
        model.addAttribute("form", new ResetForm(token, ""));
        return "account/reset";
    }

    /** The link proved who this is: they are signed in at once, and nobody else is any more. */
    @PostMapping("/reset")
    Object reset(@ModelAttribute("form") ResetForm form, BindingResult errors, HttpServletRequest request,
            HttpServletResponse response) {
        return switch (reset.choose(form.token(), form.password(), request.getRemoteAddr(), clock.instant())) {
            case ResetPassword.Changed(var standing) -> {
                session.open(standing, request, response);
                yield Onward.to(SignInController.HOME, "account.password.changed", request, response);
            }
            case ResetPassword.Refused(var why) when why == Refusal.LINK_DEAD -> DeadLink.page(DeadLink.Kind.RESET);
            case ResetPassword.Refused(var why) ->
                Corrections.form(List.of(why), errors, request, "account/reset", "account/_reset", Map.of());
        };
    }
}
