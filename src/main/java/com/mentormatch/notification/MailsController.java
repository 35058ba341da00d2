package com.mentormatch.notification;

import com.mentormatch.account.SignedIn;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Which mails somebody gets. The second pair of doors is for a click in a mail, by a person or by their mail program
 * (RFC 8058): nobody is signed in there, the token is all there is, and to look changes nothing.
 */
@Controller
class MailsController {

    /** @param on what they want; nothing where nothing is sent */
    record MailsForm(List<MailTopic> on) {

        MailsForm {
            on = on == null ? List.of() : on.stream().filter(Objects::nonNull).toList();
        }
    }

    private final MailPreferences preferences;

    MailsController(MailPreferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping("/account/mails")
    String show(SignedIn viewer, Model model) {
        model.addAttribute("topics", MailTopic.values());
        model.addAttribute("off", preferences.off(viewer.id()));
        return "notification/mails";
    }

    @PostMapping("/account/mails")
    ModelAndView choose(@ModelAttribute MailsForm form, SignedIn viewer, HtmxRequest htmx, RedirectAttributes next) {
        preferences.choose(viewer.id(), form.on());
        next.addFlashAttribute("flash", "mails.saved");
        return Redirects.to(htmx, URI.create("/account/mails"));
    }

    @GetMapping("/unsubscribe/{token}")
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("topic", preferences.topic(token).orElseThrow(NotFound::new));
        model.addAttribute("token", token);
        return "notification/unsubscribe";
    }

    @PostMapping("/unsubscribe/{token}")
    String stop(@PathVariable String token, Model model) {
        model.addAttribute("topic", preferences.stop(token).orElseThrow(NotFound::new));
        return "notification/unsubscribed";
    }
}
