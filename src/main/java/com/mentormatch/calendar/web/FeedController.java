package com.mentormatch.calendar.web;

import com.mentormatch.account.SignedIn;
import com.mentormatch.calendar.Feeds;
import com.mentormatch.calendar.SubscribedCalendar;
import com.mentormatch.shared.Site;
import com.mentormatch.web.NotFound;
import com.mentormatch.web.Redirects;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The private calendar, and the page on which its address is made, told once, and ended. */
@Controller
class FeedController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final URI PAGE = URI.create("/account/calendar");

    private final Feeds feeds;
    private final SubscribedCalendar calendar;
    private final Site site;
    private final Clock clock;

    FeedController(Feeds feeds, SubscribedCalendar calendar, Site site, Clock clock) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.site = site;
        this.clock = clock;
    }

    /** For calendar programs, which do not sign in: whoever knows the address may read. */
    @GetMapping("/calendar/{token}.ics")
    @Nullable
    ResponseEntity<byte[]> read(@PathVariable String token, WebRequest request) {
        var now = clock.instant();
        var edition = calendar.at(token, now).orElseThrow(NotFound::new);
        if (request.checkNotModified("W/\"" + edition.tag() + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
            .contentType(CALENDAR)
            .cacheControl(CacheControl.noCache().cachePrivate())
            .body(edition.ics(now));
    }

    @GetMapping("/account/calendar")
    ModelAndView show(SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        return page(viewer, null, zone, htmx);
    }

    /** The only answer that tells the address. */
    @PostMapping("/account/calendar")
    ModelAndView renew(SignedIn viewer, ViewerZone zone, HtmxRequest htmx) {
        var token = feeds.renew(viewer.id(), clock.instant());
        return page(viewer, site.at("/calendar/" + token + ".ics"), zone, htmx);
    }

    @PostMapping("/account/calendar/removal")
    ModelAndView revoke(SignedIn viewer, HtmxRequest htmx, RedirectAttributes next) {
        feeds.revoke(viewer.id());
        next.addFlashAttribute("flash", "calendar.feed.revoked");
        return Redirects.to(htmx, PAGE);
    }

    private ModelAndView page(SignedIn viewer, @Nullable URI address, ViewerZone zone, HtmxRequest htmx) {
        return new ModelAndView(Views.of(htmx, "calendar/feed", "calendar/_feed"))
            .addObject("madeAt", feeds.madeAt(viewer.id()).orElse(null))
            .addObject("address", address)
            .addObject("zone", zone.zone());
    }
}
