package com.mentormatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What every page says about itself; one address answers htmx with a fragment and a browser with a page, which no cache
 * may mistake for one another.
 */
@Component
class PageHeaders implements HandlerInterceptor {

    private final ContentPolicy policy;

    PageHeaders(ContentPolicy policy) {
        this.policy = policy;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        policy.apply(response);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return true;
    }
}
