package com.mentormatch.admin;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.AccountSearch;
import com.mentormatch.account.AdminRefusal;
import com.mentormatch.account.AppointAdmin;
import com.mentormatch.account.ReasonForm;
import com.mentormatch.account.SignedIn;
import com.mentormatch.account.SuspendAccount;
import com.mentormatch.booking.BookingSearch;
import com.mentormatch.booking.EndBookings;
import com.mentormatch.booking.MentorRecords;
import com.mentormatch.mentor.JudgeMentor;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.web.Forbidden;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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

/** One account: what is known of it, and what an admin may decide about it. Each act says why and sends one back here. */
@Controller
@RequestMapping("/admin/accounts/{id}")
class AdminAccountController {

    private static final int SHOWN = 10;

    /** More than that follow as surely, and are told in a sentence. */
    private static final int AHEAD = 50;

    private interface Act {

        Optional<AdminRefusal> perform(String reason, Instant now);
    }

    /** The page from which it was tried, with the reason that was typed and what is wrong. */
    private interface Again {

        ModelAndView show(String reason, String problem, HttpStatus status);
    }

    private final AccountSearch search;
    private final Mentors mentors;
    private final MentorRecords records;
    private final BookingSearch bookings;
    private final EndBookings ends;
    private final AuditLog log;
    private final SuspendAccount suspend;
    private final AppointAdmin appoint;
    private final JudgeMentor judge;
    private final Clock clock;

    AdminAccountController(AccountSearch search, Mentors mentors, MentorRecords records, BookingSearch bookings,
            EndBookings ends, AuditLog log, SuspendAccount suspend, AppointAdmin appoint, JudgeMentor judge,
            Clock clock) {
        this.search = search;
        this.mentors = mentors;
        this.records = records;
        this.bookings = bookings;
        this.ends = ends;
        this.log = log;
        this.suspend = suspend;
        this.appoint = appoint;
        this.judge = judge;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable AccountId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return show(id, "", "", null, HttpStatus.OK, viewer, zone, htmx);
    }

    /** What follows is on the page before the click. */
    @GetMapping("/suspension")
    ModelAndView askSuspension(@PathVariable AccountId id, SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var account = account(viewer, id);
        var refusal = suspend.refusal(viewer, id, clock.instant());
        refusal.ifPresent(AdminAccountController::forbidden);
        return account.suspendedAt() != null
                ? Redirects.to(htmx, address(id))
                : suspension(account, "", refusal.map(AdminRefusal::messageKey).orElse(null), HttpStatus.OK, viewer,
                        zone, htmx);
    }

    @PostMapping("/suspension")
    ModelAndView suspend(@PathVariable AccountId id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        var account = account(viewer, id);
        return act("suspended", id, form, errors, htmx, next, (reason, now) -> suspend.suspend(viewer, id, reason, now),
                (reason, problem, status) -> suspension(account, reason, problem, status, viewer, zone, htmx));
    }

    @PostMapping("/suspension/removal")
    ModelAndView restore(@PathVariable AccountId id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        return act("restored", id, form, errors, viewer, zone, htmx, next,
                (reason, now) -> suspend.restore(viewer, id, reason, now));
    }

    @PostMapping("/verification")
    ModelAndView verify(@PathVariable AccountId id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        return act("verified", id, form, errors, viewer, zone, htmx, next,
                (reason, now) -> judge.verify(viewer, id, true, reason, now));
    }

    @PostMapping("/verification/removal")
    ModelAndView unverify(@PathVariable AccountId id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        return act("unverified", id, form, errors, viewer, zone, htmx, next,
                (reason, now) -> judge.verify(viewer, id, false, reason, now));
    }

    @PostMapping("/long-sessions")
    ModelAndView allowLong(@PathVariable AccountId id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        return act("long", id, form, errors, viewer, zone, htmx, next,
                (reason, now) -> judge.allowLongSessions(viewer, id, true, reason, now));
    }

    @PostMapping("/long-sessions/removal")
    ModelAndView endLong(@PathVariable AccountId id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        return act("usual", id, form, errors, viewer, zone, htmx, next,
                (reason, now) -> judge.allowLongSessions(viewer, id, false, reason, now));
    }

    @PostMapping("/admin")
    ModelAndView appoint(@PathVariable AccountId id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        return act("appointed", id, form, errors, viewer, zone, htmx, next,
                (reason, now) -> appoint.appoint(viewer, id, reason, now));
    }

    @PostMapping("/admin/removal")
    ModelAndView dismiss(@PathVariable AccountId id, @Valid @ModelAttribute ReasonForm form, BindingResult errors,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx, RedirectAttributes next) {
        var answer = act("dismissed", id, form, errors, viewer, zone, htmx, next,
                (reason, now) -> appoint.dismiss(viewer, id, reason, now));
        return viewer.is(id) && !errors.hasErrors() && answer.getStatus() == null
                ? Redirects.to(htmx, URI.create("/home"))
                : answer;
    }

    private ModelAndView act(String said, AccountId id, ReasonForm form, BindingResult errors, SignedIn viewer,
            ViewerZone zone, HtmxRequest htmx, RedirectAttributes next, Act act) {
        account(viewer, id);
        return act(said, id, form, errors, htmx, next, act,
                (reason, problem, status) -> show(id, said, reason, problem, status, viewer, zone, htmx));
    }

    private ModelAndView act(String said, AccountId id, ReasonForm form, BindingResult errors, HtmxRequest htmx,
            RedirectAttributes next, Act act, Again again) {
        if (errors.hasErrors()) {
            return again.show(form.reason(), "admin.reason.length", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var refusal = act.perform(form.reason(), clock.instant());
        refusal.ifPresent(AdminAccountController::forbidden);
        if (refusal.isPresent()) {
            return again.show(form.reason(), refusal.get().messageKey(), HttpStatus.valueOf(refusal.get().status()));
        }
        next.addFlashAttribute("flash", "admin.account.said." + said);
        return Redirects.to(htmx, address(id));
    }

    /** What nobody can mend is no matter of the form. */
    private static void forbidden(AdminRefusal refusal) {
        if (refusal.status() == 403) {
            throw new Forbidden(refusal);
        }
    }

    private AccountSearch.Facts account(SignedIn viewer, AccountId id) {
        return search.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** @param open which act was tried, with that reason typed */
    private ModelAndView show(AccountId id, String open, String reason, String problem, HttpStatus status,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var account = account(viewer, id);
        var now = clock.instant();
        var view = new ModelAndView(Views.of(htmx, "admin/account", "admin/_account"), status);
        view.addObject("account", account);
        view.addObject("own", viewer.is(id));
        view.addObject("mentor", mentors.byId(id).orElse(null));
        view.addObject("standing", mentors.standing(id).orElse(null));
        view.addObject("record", records.of(id, now));
        view.addObject("marks", records.marks(viewer, id, SHOWN));
        view.addObject("bookings", bookings.of(viewer, id, SHOWN, now));
        view.addObject("acts", log.find(new AuditLog.Wish(null, null, id.toString(), null, null, null), SHOWN));
        view.addObject("open", open);
        view.addObject("reason", reason);
        view.addObject("problem", problem);
        view.addObject("zone", zone.zone());
        return view;
    }

    private ModelAndView suspension(AccountSearch.Facts account, String reason, String problem, HttpStatus status,
            SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var ahead = ends.ahead(viewer, account.person().id(), AHEAD + 1, clock.instant());
        var view = new ModelAndView(Views.of(htmx, "admin/suspension", "admin/_suspension"), status);
        view.addObject("account", account);
        view.addObject("mentor", mentors.byId(account.person().id()).orElse(null));
        view.addObject("ahead", ahead.subList(0, Math.min(AHEAD, ahead.size())));
        view.addObject("more", ahead.size() > AHEAD);
        view.addObject("reason", reason);
        view.addObject("problem", problem);
        view.addObject("zone", zone.zone());
        return view;
    }

    private static URI address(AccountId id) {
        return URI.create("/admin/accounts/" + id);
    }
}
