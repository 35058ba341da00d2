package com.mentormatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What every page says about itself: nothing in it comes from elsewhere and nothing is inline, and one address answers
 * htmx with a fragment and a browser with a page, which no cache may mistake for one another.
 */
@Component
class PageHeaders implements HandlerInterceptor {

    private final String policy;

    /** @param formTargets origins beside our own a form may lead to, through a redirect: the payment page's */
    PageHeaders(
            @Value("${mentormatch.form-targets:https://checkout.stripe.com https://connect.stripe.com}") String formTargets) {
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' " + formTargets;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return true;
    }
}
