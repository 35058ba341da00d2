package com.mentormatch.review.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingId;
import com.mentormatch.review.DeleteReview;
import com.mentormatch.review.Outcome;
import com.mentormatch.review.Refusal;
import com.mentormatch.review.ReplyToReview;
import com.mentormatch.review.ReviewPage;
import com.mentormatch.review.ReviewPage.Typed;
import com.mentormatch.review.ReviewPages;
import com.mentormatch.review.WriteReview;
import com.mentormatch.web.BadRequest;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.Refused;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is said of one session, by the mentee and in reply by the mentor. */
@Controller
@RequestMapping("/bookings/{id}/review")
class ReviewController {

    record ReplyForm(String reply) {

        ReplyForm {
            reply = reply == null ? "" : reply.replace("\r\n", "\n").strip();
        }
    }

    private final ReviewPages pages;
    private final WriteReview write;
    private final DeleteReview delete;
    private final ReplyToReview reply;
    private final Clock clock;

    ReviewController(ReviewPages pages, WriteReview write, DeleteReview delete, ReplyToReview reply, Clock clock) {
        this.pages = pages;
        this.write = write;
        this.delete = delete;
        this.reply = reply;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var page = page(viewer, id, clock.instant());
        return page.shown() ? view(page, HttpStatus.OK, zone, htmx) : Redirects.to(htmx, booking(id));
    }

    @PostMapping
    ModelAndView write(@PathVariable BookingId id, @Valid @ModelAttribute ReviewForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        var page = page(viewer, id, now);
        if (errors.hasFieldErrors("formToken")) {
            throw new BadRequest();
        }
        if (errors.hasErrors() && page.mayWrite()) {
            return view(page.with(form.typed(errors, null)), HttpStatus.UNPROCESSABLE_CONTENT, zone, htmx);
        }
        var outcome = errors.hasErrors()
                ? new Outcome.Refused(page.refusal())
                : write.write(viewer, id, form.opinion(), form.formToken(), now);
        return answer(outcome, viewer, id, now, zone, htmx);
    }

    @PostMapping("/removal")
    ModelAndView delete(@PathVariable BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        return answer(delete.delete(viewer, id, now), viewer, id, now, zone, htmx);
    }

    @PostMapping("/reply")
    ModelAndView reply(@PathVariable BookingId id, @ModelAttribute ReplyForm form, SignedIn viewer, ViewerZone zone,
            HtmxRequest htmx) {
        var now = clock.instant();
        var page = page(viewer, id, now);
        var wrong = form.reply().isEmpty()
                ? "review.reply.empty"
                : form.reply().length() > ReplyToReview.REPLY_MAX ? "review.reply.long" : null;
        if (wrong != null && page.mayReply()) {
            var typed = new Typed(null, null, false, form.reply(), null, null, null, wrong);
            return view(page.with(typed), HttpStatus.UNPROCESSABLE_CONTENT, zone, htmx);
        }
        var text = wrong == null ? form.reply() : "-";
        return answer(reply.reply(viewer, id, text, now), viewer, id, now, zone, htmx);
    }

    @PostMapping("/reply/removal")
    ModelAndView retract(@PathVariable BookingId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var now = clock.instant();
        return answer(reply.retract(viewer, id, now), viewer, id, now, zone, htmx);
    }

    private ModelAndView answer(Outcome outcome, SignedIn viewer, BookingId id, Instant now, ViewerZone zone,
            HtmxRequest htmx) {
        return switch (outcome) {
            case Outcome.Missing() -> throw new NotFound();
            case Outcome.Refused(Refusal reason) when reason.status() != 409 -> throw new Refused(reason);
            case Outcome.Refused(Refusal reason) ->
                view(page(viewer, id, now).with(Typed.problem(reason.messageKey())), HttpStatus.CONFLICT, zone, htmx);
            case Outcome.Done() when Views.wantsFragment(htmx) ->
                view(page(viewer, id, now), HttpStatus.OK, zone, htmx);
            case Outcome.Done() -> Redirects.to(htmx, booking(id));
        };
    }

    private ReviewPage page(SignedIn viewer, BookingId id, Instant now) {
        return pages.show(viewer, id, now).orElseThrow(NotFound::new);
    }

    private static ModelAndView view(ReviewPage page, HttpStatus status, ViewerZone zone, HtmxRequest htmx) {
        var view = new ModelAndView(Views.of(htmx, "review/show", "review/_review"), status);
        view.addObject("section", page);
        view.addObject("zone", zone.zone());
        return view;
    }

    private static URI booking(BookingId id) {
        return URI.create("/bookings/" + id);
    }
}
