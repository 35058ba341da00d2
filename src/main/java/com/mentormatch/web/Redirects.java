package com.mentormatch.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Sends the whole browser somewhere else after a POST, also when htmx asked. */
public final class Redirects {

    private Redirects() {}

    /** @param address of this site, or one the server made itself; never one a person typed */
    public static ModelAndView to(HtmxRequest htmx, URI address) {
        if (htmx.isHtmxRequest()) {
            return new ModelAndView((_, _, response) -> {
                response.setStatus(HttpStatus.NO_CONTENT.value());
                response.setHeader("HX-Redirect", address.toString());
            });
        }
        var view = new RedirectView(address.toString());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
