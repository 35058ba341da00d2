package com.mentormatch.dashboard;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.MentorFigures;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.payment.GetPaidPages;
import com.mentormatch.payment.StatementPages;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What a mentor's work adds up to. It stands last on their home, which fetches it once it is drawn: nobody waits for
 * sums to see who needs them.
 */
@Controller
class FiguresController {

    private final MentorFigures figures;
    private final StatementPages statements;
    private final GetPaidPages payouts;
    private final Mentors mentors;
    private final Clock clock;

    FiguresController(MentorFigures figures, StatementPages statements, GetPaidPages payouts, Mentors mentors,
            Clock clock) {
        this.figures = figures;
        this.statements = statements;
        this.payouts = payouts;
        this.mentors = mentors;
        this.clock = clock;
    }

    @GetMapping("/mentor/figures")
    String show(SignedIn viewer, HtmxRequest htmx, Model model) {
        var rating = mentors.ratingOf(viewer.id());
        if (rating.isEmpty()) {
            return "redirect:/mentor/profile";
        }
        var now = clock.instant();
        model.addAttribute("rating", rating.get().rating());
        model.addAttribute("figures", figures.of(viewer, now));
        model.addAttribute("charts", EarningsChart.of(statements.totals(viewer, EarningsChart.MONTHS, now),
                YearMonth.from(now.atZone(ZoneOffset.UTC))));
        model.addAttribute("sells", payouts.sells(viewer));
        return Views.of(htmx, "dashboard/figures", "dashboard/_figures");
    }
}
