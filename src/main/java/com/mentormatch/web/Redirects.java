package com.mentormatch.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.SmartView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** Sends the whole browser somewhere else after a POST, also when htmx asked. */
public final class Redirects {

    private Redirects() {}

    /** @param address of this site, or one the server made itself; never one a person typed */
    public static ModelAndView to(HtmxRequest htmx, URI address) {
        if (htmx.isHtmxRequest()) {
            return new ModelAndView(new Elsewhere(address));
        }
        var view = new RedirectView(address.toString());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    /** To Spring a redirect like any other, so that what is to be said on the next page gets there. */
    private record Elsewhere(URI address) implements SmartView {

        @Override
        public boolean isRedirectView() {
            return true;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
            RequestContextUtils.saveOutputFlashMap(address.toString(), request, response);
            response.setStatus(HttpStatus.NO_CONTENT.value());
            response.setHeader("HX-Redirect", address.toString());
        }
    }
}
