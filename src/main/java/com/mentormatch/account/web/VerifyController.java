package com.mentormatch.account.web;

import com.mentormatch.account.VerifyAddress;
import com.mentormatch.account.VerifyAddress.Dead;
import com.mentormatch.account.VerifyAddress.Verified;
import com.mentormatch.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Opening the link only shows a button: mail scanners open every link, and must not confirm anything by it. */
@Controller
@RequestMapping("/verify")
class VerifyController {

    private final VerifyAddress verify;
    private final Clock clock;

    VerifyController(VerifyAddress verify, Clock clock) {
        this.verify = verify;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return "account/verify";
    }

    @PostMapping
    Object verify(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return switch (verify.verify(token, clock.instant())) {
            case Verified(var back) -> Onward.to(signIn(back), request);
            case Dead() -> DeadLink.page(DeadLink.Kind.VERIFY);
        };
    }

    private static String signIn(@Nullable String back) {
        var page = UriComponentsBuilder.fromPath("/sign-in").queryParam("ended", "verified");
        if (!LocalPath.or(back, "").isEmpty()) {
            page.queryParam("return", UriUtils.encode(back, "UTF-8"));
        }
        return page.build(true).toUriString();
    }
}
