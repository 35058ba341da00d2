package com.mentormatch.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;

/** One address, two answers: the region that changed to htmx, the page around it to everybody else. */
public final class Views {

    private Views() {}

    /** @param fragment a template of one root element, included by the page as it stands */
    public static String of(HtmxRequest request, String page, String fragment) {
        return wantsFragment(request) ? fragment : page;
    }

    public static boolean wantsFragment(HtmxRequest request) {
        return request.isHtmxRequest() && !request.isBoosted() && !request.isHistoryRestoreRequest();
    }
}
