package com.mentormatch.account.web;

import com.mentormatch.account.DeleteAccount;
import com.mentormatch.account.People;
import com.mentormatch.account.SignedIn;
import com.mentormatch.account.security.OpenSession;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Leaving for good. */
@Controller
@RequestMapping("/account/deletion")
class DeletionController {

    /**
     * @param email   the person's own, typed to be sure
     * @param current the password
     */
    record DeletionForm(@Nullable String email, @Nullable String current) {}

    private final DeleteAccount delete;
    private final People people;
    private final OpenSession session;
    private final Clock clock;

    DeletionController(DeleteAccount delete, People people, OpenSession session, Clock clock) {
        this.delete = delete;
        this.people = people;
        this.session = session;
        this.clock = clock;
    }

    @GetMapping
    String show(SignedIn viewer, Model model) {
        model.addAttribute("form", new DeletionForm("", ""));
        model.addAllAttributes(about(viewer, clock.instant()));
        return "account/deletion";
    }

    @PostMapping
    Object delete(SignedIn viewer, @ModelAttribute("form") DeletionForm form, BindingResult errors,
            HttpServletRequest request) {
        var now = clock.instant();
        var refusals = delete.delete(viewer, form.email(), form.current(), now);
        if (refusals.isEmpty()) {
            session.end(request);
            return Onward.to("/sign-in?ended=deleted", request);
        }
        return Corrections.form(refusals, errors, request, "account/deletion", "account/_deletion", about(viewer, now));
    }

    private Map<String, ?> about(SignedIn viewer, Instant now) {
        return Map.of("person", people.find(viewer.id()).orElseThrow(), "bound", delete.bound(viewer, now));
    }
}
