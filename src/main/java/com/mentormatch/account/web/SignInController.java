package com.mentormatch.account.web;

import com.mentormatch.account.AccountSettings;
import com.mentormatch.account.SignIn;
import com.mentormatch.account.SignedIn;
import com.mentormatch.account.Viewer;
import com.mentormatch.account.security.KeptForm;
import com.mentormatch.account.security.OpenSession;
import com.mentormatch.account.security.SignInDoor;
import com.mentormatch.web.LayoutAttributes;
import com.mentormatch.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
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
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/sign-in")
class SignInController {

    static final String HOME = "/home";

    /** What brought somebody here, as a word in the address; anything else is not shown. */
    private static final List<String> NOTICES = List.of("seen", "unsent", "verified", "moved", "deleted");

    /** @param back where to go on to, local paths only */
    record SignInForm(@Nullable String email, @Nullable String password, @Nullable String back) {}

    private final SignIn signIn;
    private final OpenSession session;
    private final List<LayoutAttributes> layout;
    private final Clock clock;
    private final String words;

    SignInController(SignIn signIn, OpenSession session, List<LayoutAttributes> layout, Clock clock,
            AccountSettings settings) {
        this.layout = layout;
        this.signIn = signIn;
        this.session = session;
        this.clock = clock;
        this.words = settings.signInNotice();
    }

    @GetMapping
    Object show(Viewer viewer, @RequestParam(name = "return", required = false) @Nullable String back,
            @RequestParam(required = false) @Nullable String ended, HttpServletRequest request, Model model) {
        if (viewer instanceof SignedIn) {
            return Onward.to(LocalPath.or(back, HOME), request);
        }
        model.addAttribute("form", new SignInForm("", "", LocalPath.or(back, "")));
        model.addAttribute("words", words);
        model.addAttribute("notice", ended != null && NOTICES.contains(ended) ? ended : "");
        return "account/sign-in";
    }

    /** What was sent is kept in the form; to htmx the page replaces the one it was sent from. */
    @PostMapping("/first")
    String first(HttpServletRequest request, HttpServletResponse response, Model model) {
        var back = SignInDoor.pageAround(request);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("HX-Retarget", "body");
        response.setHeader("HX-Reswap", "innerHTML show:window:top");
        response.setHeader("HX-Push-Url", "/sign-in");
        var kept = KeptForm.sent(request);
        model.addAttribute("form", new SignInForm("", "", back));
        model.addAttribute("notice", kept == null ? "unsent" : "kept");
        model.addAttribute("kept", kept);
        return "account/sign-in";
    }

    @PostMapping
    Object signIn(@ModelAttribute("form") SignInForm form, BindingResult errors, Model model,
            HttpServletRequest request, HttpServletResponse response) {
        var back = LocalPath.or(form.back(), HOME);
        var kept = KeptForm.carried(request);
        return switch (signIn.signIn(form.email(), form.password(), back, request.getRemoteAddr(), clock.instant())) {
            case SignIn.Welcome(var standing) -> {
                session.open(standing, request, response);
                yield kept == null ? Onward.to(back, request) : resume(kept, back, request);
            }
            case SignIn.Refused(var why) -> {
                model.addAttribute("kept", kept);
                yield Corrections.form(List.of(why), errors, request, "account/sign-in", "account/_sign-in",
                        Map.of("words", words));
            }
        };
    }

    /** The layout was told of a visitor when the request began; now there is somebody. */
    private ModelAndView resume(KeptForm kept, String back, HttpServletRequest request) {
        var model = new HashMap<String, Object>(Map.of("kept", kept, "back", back));
        layout.forEach(part -> part.addTo(model, request));
        return new ModelAndView("account/resume", model);
    }
}
