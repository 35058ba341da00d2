package com.mentormatch.mentor.web;

import com.mentormatch.account.Viewer;
import com.mentormatch.account.Visitor;
import com.mentormatch.mentor.PublicVersion;
import com.mentormatch.web.Assets;
import com.mentormatch.web.ViewerZone;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A page anyone may see: browsers may keep it and must ask again, because free times and the reader's zone change.
 *
 * <p>A visitor's page has a tag, checked before any query. It is made of everything such a page is made of: what was
 * built, what was ever changed ({@link PublicVersion}), the quarter hour, because starts and notice are counted in
 * those, and the reader's zone and language. The page of somebody signed in carries their name and has none.
 */
@Component
public class PublicPage {

    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    private final PublicVersion version;
    private final String build;

    PublicPage(PublicVersion version, Assets assets, ObjectProvider<BuildProperties> build) {
        this.version = version;
        this.build = assets.url("").replaceAll("[^0-9a-f]", "")
                + build.stream().map(known -> "-" + known.getTime().getEpochSecond()).findFirst().orElse("");
    }

    /** @return whether the browser has this very page: then it is told so, and there is nothing to render */
    public boolean unchanged(ServletWebRequest request, Viewer viewer, ViewerZone zone, Locale locale, Instant now) {
        var response = request.getResponse();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return viewer instanceof Visitor && RequestContextUtils.getInputFlashMap(request.getRequest()) == null
                && request.checkNotModified(tag(request, zone, locale, now));
    }

    private String tag(ServletWebRequest request, ViewerZone zone, Locale locale, Instant now) {
        return "W/\"" + String.join(".", build, version.current(), Long.toString(now.getEpochSecond() / QUARTER),
                zone.known() ? zone.zone().getId() : "", locale.toLanguageTag(),
                request.getHeader("HX-Request") == null ? "page" : "part") + "\"";
    }
}
