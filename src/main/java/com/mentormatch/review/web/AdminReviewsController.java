package com.mentormatch.review.web;

import com.mentormatch.account.AdminAct;
import com.mentormatch.account.SignedIn;
import com.mentormatch.review.JudgeReview;
import com.mentormatch.review.JudgedReviews;
import com.mentormatch.review.JudgedReviews.Shelf;
import com.mentormatch.review.Outcome;
import com.mentormatch.review.Refusal;
import com.mentormatch.review.ReviewId;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Refused;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reviews in the admin panel: what was reported, what stands, what is hidden. */
@Controller
@RequestMapping("/admin/reviews")
class AdminReviewsController {

    /** @param show the part of the list to come back to */
    record JudgementForm(@Nullable String reason, @Nullable Shelf show) {

        JudgementForm {
            reason = reason == null ? "" : reason.replace("\r\n", "\n").strip();
            show = show == null ? Shelf.REPORTED : show;
        }

        @Nullable
        String wrong() {
            return reason.isEmpty()
                    ? "review.admin.reason.empty"
                    : reason.length() > AdminAct.REASON_MAX ? "review.admin.reason.long" : null;
        }
    }

    @FunctionalInterface
    private interface Judgement {

        Outcome pass();
    }

    private final JudgedReviews reviews;
    private final JudgeReview judge;
    private final Clock clock;

    AdminReviewsController(JudgedReviews reviews, JudgeReview judge, Clock clock) {
        this.reviews = reviews;
        this.judge = judge;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "REPORTED") Shelf show,
            @RequestParam(required = false) @Nullable String after, ViewerZone zone, HtmxRequest htmx) {
        return view(show, after, HttpStatus.OK, zone, htmx);
    }

    @PostMapping("/{id}/hiding")
    ModelAndView hide(@PathVariable ReviewId id, @ModelAttribute JudgementForm form, SignedIn admin, ViewerZone zone,
            HtmxRequest htmx) {
        return answer(() -> judge.hide(admin, id, form.reason(), clock.instant()), id, "hiding", form, zone, htmx);
    }

    @PostMapping("/{id}/showing")
    ModelAndView show(@PathVariable ReviewId id, @ModelAttribute JudgementForm form, SignedIn admin, ViewerZone zone,
            HtmxRequest htmx) {
        return answer(() -> judge.show(admin, id, form.reason(), clock.instant()), id, "showing", form, zone, htmx);
    }

    @PostMapping("/{id}/dismissal")
    ModelAndView dismiss(@PathVariable ReviewId id, @ModelAttribute JudgementForm form, SignedIn admin, ViewerZone zone,
            HtmxRequest htmx) {
        return answer(() -> judge.dismiss(admin, id, form.reason(), clock.instant()), id, "dismissal", form, zone,
                htmx);
    }

    private ModelAndView answer(Judgement judgement, ReviewId id, String act, JudgementForm form, ViewerZone zone,
            HtmxRequest htmx) {
        if (form.wrong() != null) {
            var again = view(form.show(), null, HttpStatus.UNPROCESSABLE_CONTENT, zone, htmx);
            again.addObject("asked", id.toString());
            again.addObject("act", act);
            again.addObject("reason", form.reason());
            again.addObject("wrong", form.wrong());
            return again;
        }
        return switch (judgement.pass()) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Refused(Refusal reason) when reason.status() != 409 -> throw new Refused(reason);
            case Outcome.Refused(Refusal reason) -> {
                var fresh = view(form.show(), null, HttpStatus.CONFLICT, zone, htmx);
                fresh.addObject("problem", reason.messageKey());
                yield fresh;
            }
            case Outcome.Done() when Views.wantsFragment(htmx) -> view(form.show(), null, HttpStatus.OK, zone, htmx);
            case Outcome.Done() -> Redirects.to(htmx, URI.create("/admin/reviews?show=" + form.show()));
        };
    }

    private ModelAndView view(Shelf show, @Nullable String after, HttpStatus status, ViewerZone zone,
            HtmxRequest htmx) {
        var view = new ModelAndView(Views.of(htmx, "review/admin", "review/_admin"), status);
        view.addObject("list", reviews.list(show, after));
        view.addObject("show", show);
        view.addObject("after", after);
        view.addObject("zone", zone.zone());
        return view;
    }
}
