package com.mentormatch.admin;

import com.mentormatch.account.ReasonForm;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.Refusal;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Durable work that failed or is overdue. */
@Controller
@RequestMapping("/admin/tasks")
class TasksController {

    /** The rest follows as these are dealt with. */
    private static final int SHOWN = 100;

    private final AdminTasks tasks;
    private final Clock clock;

    TasksController(AdminTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return list(null, "", null, HttpStatus.OK, viewer, zone, htmx);
    }

    @PostMapping("/{id}/run")
    ModelAndView run(@PathVariable String id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        return act("run", id, form, errors, viewer, zone, htmx, next);
    }

    @PostMapping("/{id}/removal")
    ModelAndView drop(@PathVariable String id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        return act("drop", id, form, errors, viewer, zone, htmx, next);
    }

    private ModelAndView act(String name, String id, ReasonForm form, BindingResult errors, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        var task = tasks.find(id).orElseThrow(NotFound::new);
        if (tasks.own(viewer, task, clock.instant())) {
            throw new Forbidden(Refusal.OWN_BOOKING);
        }
        var open = name + "-" + id;
        if (errors.hasErrors()) {
            return list(open, form.reason(), "admin.reason.length", HttpStatus.UNPROCESSABLE_CONTENT, viewer, zone,
                    htmx);
        }
        var done = name.equals("run")
                ? tasks.run(viewer, task, form.reason(), clock.instant())
                : tasks.drop(viewer, task, form.reason(), clock.instant());
        if (!done) {
            return list(open, form.reason(), "admin.tasks.busy", HttpStatus.CONFLICT, viewer, zone, htmx);
        }
        next.addFlashAttribute("flash", "admin.tasks.said." + name);
        return Redirects.to(htmx, URI.create("/admin/tasks"));
    }

    private ModelAndView list(String open, String reason, String problem, HttpStatus status, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var view = new ModelAndView(Views.of(htmx, "admin/tasks", "admin/_tasks"), status);
        view.addObject("tasks", tasks.list(SHOWN, now));
        view.addObject("open", open);
        view.addObject("reason", reason);
        view.addObject("problem", problem);
        view.addObject("now", now);
        view.addObject("zone", zone.zone());
        return view;
    }
}
