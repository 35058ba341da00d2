package com.mentormatch.review.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.review.Outcome;
import com.mentormatch.review.Refusal;
import com.mentormatch.review.ReportReview;
import com.mentormatch.review.ReviewId;
import com.mentormatch.review.ReviewPages;
import com.mentormatch.shared.FormToken;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Refused;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Telling us about a review that should not stand there. */
@Controller
@RequestMapping("/reviews/{id}/report")
class ReportController {

    record ReportForm(@Nullable FormToken formToken, String reason) {

        ReportForm {
            reason = reason == null ? "" : reason.replace("\r\n", "\n").strip();
        }
    }

    private final ReviewPages pages;
    private final ReportReview report;
    private final Clock clock;

    ReportController(ReviewPages pages, ReportReview report, Clock clock) {
        this.pages = pages;
        this.report = report;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable ReviewId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return view(id, viewer, "", null, null, HttpStatus.OK, zone, htmx);
    }

    @PostMapping
    ModelAndView report(@PathVariable ReviewId id, @ModelAttribute ReportForm form, SignedIn viewer, ViewerZone zone,
            HtmxRequest htmx) {
        if (form.formToken() == null) {
            throw new BadRequest();
        }
        if (form.reason().isEmpty() || form.reason().length() > ReportReview.REASON_MAX) {
            return view(id, viewer, form.reason(),
                    form.reason().isEmpty() ? "review.report.reason.empty" : "review.report.reason.long", null,
                    HttpStatus.UNPROCESSABLE_CONTENT, zone, htmx);
        }
        return switch (report.report(viewer, id, form.reason(), form.formToken(), clock.instant())) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Refused(Refusal reason) when reason.status() != 409 -> throw new Refused(reason);
            case Outcome.Refused(Refusal reason) ->
                view(id, viewer, form.reason(), null, reason.messageKey(), HttpStatus.CONFLICT, zone, htmx);
            case Outcome.Done() -> new ModelAndView(Views.of(htmx, "review/reported", "review/_reported"));
        };
    }

    private ModelAndView view(ReviewId id, SignedIn viewer, String reason, @Nullable String wrong,
            @Nullable String problem, HttpStatus status, ViewerZone zone, HtmxRequest htmx) {
        var line = pages.toReport(viewer, id).orElseThrow(NotFound::new);
        if (viewer.is(line.said().author())) {
            throw new Refused(Refusal.OWN_REVIEW);
        }
        var view = new ModelAndView(Views.of(htmx, "review/report", "review/_report"), status);
        view.addObject("line", line);
        view.addObject("reason", reason);
        view.addObject("wrong", wrong);
        view.addObject("problem", problem);
        view.addObject("token", FormToken.next());
        view.addObject("zone", zone.zone());
        return view;
    }
}
