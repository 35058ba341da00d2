package com.mentormatch.account.security;

import com.mentormatch.web.LocalPath;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Leads whoever has to sign in there, and afterwards back to the page they were on: to what they asked for, or, where
 * that was a region or a form, to the page around it. The way back travels in the address, so that no session is opened
 * for somebody who has not signed in. A form that was sent with words in it is kept: see {@link KeptForm}.
 */
@Component
public class SignInDoor implements AuthenticationEntryPoint {

    private static final String HOME = "/home";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (KeptForm.isOne(request) && (!(reason.getCause() instanceof CsrfException) || ours(request))) {
            request.getRequestDispatcher(KeptForm.DOOR).forward(request, response);
        } else if (HtmxRequest.fromRequest(request).isHtmxRequest()) {
            response.setHeader("HX-Redirect", signIn(request, pathOf(request.getHeader("HX-Current-URL"))));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (!wantsPage(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            var back = request.getMethod().equals("GET")
                    ? asked(request)
                    : pathOf(request.getHeader(HttpHeaders.REFERER));
            response.setHeader(HttpHeaders.LOCATION, signIn(request, back));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        }
    }

    /** By the browser's word, which no page can forge: another site may not have its form kept and sent on. */
    private static boolean ours(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** @return the sign-in page; with {@code ended} where somebody was signed in or was sending something */
    private static String signIn(HttpServletRequest request, @Nullable String back) {
        var page = UriComponentsBuilder.fromPath("/sign-in")
            .queryParam("return", UriUtils.encode(LocalPath.or(back, HOME), "UTF-8"));
        var sending = !request.getMethod().equals("GET");
        if (sending || request.getRequestedSessionId() != null) {
            page.queryParam("ended", sending ? "unsent" : "seen");
        }
        return page.build(true).toUriString();
    }

    /** The page around a form or region, by the header that names it. */
    public static String pageAround(HttpServletRequest request) {
        var current = request.getHeader("HX-Current-URL");
        return LocalPath.or(pathOf(current == null ? request.getHeader(HttpHeaders.REFERER) : current), HOME);
    }

    private static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** Of an address in a header, only what is after the host. */
    private static @Nullable String pathOf(@Nullable String address) {
        try {
            var uri = URI.create(address == null ? "" : address);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
