package com.mentormatch.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Nothing in a page comes from elsewhere and nothing is inline, and its forms lead nowhere else. */
@Component
public class ContentPolicy {

    private static final String NAME = "Content-Security-Policy";

    private final String pages;
    private final String formTargets;

    /** @param formTargets origins beside our own a form may lead to, through a redirect: the payment page's */
    ContentPolicy(
            @Value("${mentormatch.form-targets:https://checkout.stripe.com https://connect.stripe.com}") String formTargets) {
        this.pages = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' ";
        this.formTargets = formTargets;
    }

    void apply(HttpServletResponse response) {
        response.setHeader(NAME, pages + formTargets);
    }

    /**
     * For a page whose form leads, through our answer, to a place its reader agreed on with somebody: any site, and any
     * that one sends them on to, for browsers hold a form's whole way against the policy.
     */
    public void letFormsLeadAway(HttpServletResponse response) {
        response.setHeader(NAME, pages + "https: http:");
    }
}
