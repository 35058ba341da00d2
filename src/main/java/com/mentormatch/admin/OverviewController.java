package com.mentormatch.admin;

import com.mentormatch.account.NeedsAdmin;
import com.mentormatch.web.ViewerZone;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs a person now, whatever feature it comes from: the earliest deadline on top. */
@Controller
class OverviewController {

    /** Of each source; more is said to be more. */
    private static final int SHOWN = 50;

    private final List<NeedsAdmin> sources;
    private final Clock clock;

    OverviewController(List<NeedsAdmin> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/admin")
    String overview(ViewerZone zone, Model model) {
        var now = clock.instant();
        var matters = sources.stream()
            .flatMap(source -> source.matters(SHOWN + 1, now).stream())
            .sorted(Comparator.comparing(NeedsAdmin.Matter::due))
            .toList();
        model.addAttribute("matters", matters.subList(0, Math.min(SHOWN, matters.size())));
        model.addAttribute("more", matters.size() > SHOWN);
        model.addAttribute("zone", zone.zone());
        model.addAttribute("now", now);
        return "admin/overview";
    }
}
