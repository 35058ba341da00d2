package com.mentormatch.web;

import com.mentormatch.shared.Zones;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Finds the viewer's zone: the one asked for in the address, else the cookie, else the account's, else none. */
@Component
class ViewerZones implements HandlerMethodArgumentResolver {

    static final String NAME = "zone";

    private final ObjectProvider<KnownZone> known;

    ViewerZones(ObjectProvider<KnownZone> known) {
        this.known = known;
    }

    ViewerZone of(HttpServletRequest request) {
        if (request.getAttribute(NAME + ".of") instanceof ViewerZone found) {
            return found;
        }
        var found = new ViewerZone(find(request));
        request.setAttribute(NAME + ".of", found);
        return found;
    }

    /** Readable by the page's script, which sets it from the browser's own zone where there is none yet. */
    static ResponseCookie cookie(ZoneId zone, boolean secure) {
        return ResponseCookie.from(NAME, zone.getId())
            .path("/")
            .maxAge(Duration.ofDays(365))
            .sameSite("Lax")
            .secure(secure)
            .build();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ViewerZone.class;
    }

    @Override
    public ViewerZone resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        return of(request.getNativeRequest(HttpServletRequest.class));
    }

    private @Nullable ZoneId find(HttpServletRequest request) {
        var asked = valid(request.getParameter(NAME));
        if (asked != null) {
            return asked;
        }
        var cookie = WebUtils.getCookie(request, NAME);
        var kept = cookie == null ? null : valid(cookie.getValue());
        if (kept != null) {
            return kept;
        }
        return known.stream().map(source -> source.of(request)).filter(zone -> zone != null).findFirst().orElse(null);
    }

    private static @Nullable ZoneId valid(@Nullable String name) {
        return name != null && Zones.check(name) instanceof Zones.Valid(var zone) ? zone : null;
    }
}
