package com.mentormatch.mentor.web;

import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;

/** After a form that was taken: on to the next page, also where only a part of this one was asked for. */
final class Redirects {

    private Redirects() {}

    static String to(HtmxRequest htmx, String path) {
        return (Views.wantsFragment(htmx) ? "redirect:htmx:" : "redirect:") + path;
    }
}
