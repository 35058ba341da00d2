package com.mentormatch.account.web;

import com.mentormatch.account.SignUp;
import com.mentormatch.account.SignedIn;
import com.mentormatch.account.Viewer;
import com.mentormatch.web.LocalPath;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
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
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/sign-up")
class SignUpController {

    /** @param back where to go on to once the address is verified, local paths only */
    record SignUpForm(@Nullable String name, @Nullable String email, @Nullable String password,
            @Nullable String back) {}

    private final SignUp signUp;
    private final Clock clock;

    SignUpController(SignUp signUp, Clock clock) {
        this.signUp = signUp;
        this.clock = clock;
    }

    @GetMapping
    Object show(Viewer viewer, @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request, Model model) {
        if (viewer instanceof SignedIn) {
            return Onward.to(LocalPath.or(back, SignInController.HOME), request);
        }
        model.addAttribute("form", new SignUpForm("", "", "", LocalPath.or(back, "")));
        return "account/sign-up";
    }

    /** The account starts in the zone of the browser, which the person can change later. */
    @PostMapping
    Object signUp(@ModelAttribute("form") SignUpForm form, BindingResult errors, ViewerZone zone, Locale locale,
            HttpServletRequest request) {
        var back = LocalPath.or(form.back(), "");
        var wish = new SignUp.NewAccount(text(form.name()), text(form.email()), text(form.password()),
                zone.or(ZoneId.of("UTC")), locale, back.isEmpty() ? null : back, request.getRemoteAddr());
        var refusals = signUp.signUp(wish, clock.instant());
        return refusals.isEmpty()
                ? Views.of(HtmxRequest.fromRequest(request), "account/sent", "account/_sent")
                : Corrections.form(refusals, errors, request, "account/sign-up", "account/_sign-up", Map.of());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
