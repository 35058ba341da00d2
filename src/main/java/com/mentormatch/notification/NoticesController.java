package com.mentormatch.notification;

import com.mentormatch.account.People;
import com.mentormatch.account.Person;
import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Ids;
import com.mentormatch.shared.TimeWords;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The bell: its number, and the page behind it. Looking marks nothing as read; opening or saying so does. */
@Controller
@RequestMapping("/notices")
class NoticesController {

    private static final int PAGE = 20;
    private static final String CHANGED = "notices-changed";

    private final Notices notices;
    private final People people;
    private final MessageSource messages;
    private final TimeWords times;
    private final Clock clock;

    NoticesController(Notices notices, People people, MessageSource messages, TimeWords times, Clock clock) {
        this.notices = notices;
        this.people = people;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String after, SignedIn viewer, ViewerZone zone,
            Locale locale, HtmxRequest htmx) {
        return page(after, viewer, zone, locale, htmx);
    }

    @GetMapping("/count")
    String count(SignedIn viewer, Model model) {
        model.addAttribute("unread", notices.count(viewer.id()));
        return "notification/_count";
    }

    @PostMapping("/reading")
    ModelAndView readAll(@RequestParam UUID upTo, SignedIn viewer, ViewerZone zone, Locale locale, HtmxRequest htmx,
            HttpServletResponse response) {
        notices.readAll(viewer.id(), upTo, clock.instant());
        response.setHeader("HX-Trigger", CHANGED);
        return Views.wantsFragment(htmx)
                ? page(null, viewer, zone, locale, htmx)
                : Redirects.to(htmx, URI.create("/notices"));
    }

    /** @param open whether to go on to the booking */
    @PostMapping("/{id}/reading")
    ModelAndView read(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean open, SignedIn viewer,
            ViewerZone zone, Locale locale, HtmxRequest htmx, HttpServletResponse response) {
        var booking = notices.read(viewer.id(), id, clock.instant()).orElseThrow(NotFound::new);
        if (open) {
            return Redirects.to(htmx, URI.create("/bookings/" + booking));
        }
        response.setHeader("HX-Trigger", CHANGED);
        return Views.wantsFragment(htmx)
                ? page(null, viewer, zone, locale, htmx)
                : Redirects.to(htmx, URI.create("/notices"));
    }

    private ModelAndView page(@Nullable String after, SignedIn viewer, ViewerZone zone, Locale locale,
            HtmxRequest htmx) {
        var rows = notices.list(viewer.id(), Ids.read(after).orElse(null), PAGE + 1);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var reader = zone.zone();
        var view = new ModelAndView(Views.of(htmx, "notification/notices", "notification/_notices"), HttpStatus.OK);
        view.addObject("notices", lines(shown, reader, locale));
        view.addObject("upTo", shown.isEmpty() || after != null ? null : shown.getFirst().id());
        view.addObject("anyUnread", shown.stream().anyMatch(row -> !row.read()));
        view.addObject("more", rows.size() > PAGE ? shown.getLast().id() : null);
        view.addObject("after", after);
        view.addObject("zone", reader);
        return view;
    }

    private List<NoticeLine> lines(List<Notices.Row> rows, ZoneId zone, Locale locale) {
        var others = rows.isEmpty()
                ? Map.<com.mentormatch.account.AccountId, Person>of()
                : people.all(rows.stream().map(Notices.Row::other).toList());
        return rows.stream()
            .map(row -> new NoticeLine(row.id(),
                    messages.getMessage(row.kind().subject(row.asMentor()),
                            new Object[]{Voice.name(others.get(row.other())), times.moment(row.start(), zone, locale),
                                    Voice.isolated(row.title())},
                            locale),
                    row.at(), row.read()))
            .toList();
    }
}
