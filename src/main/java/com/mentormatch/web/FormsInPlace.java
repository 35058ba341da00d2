package com.mentormatch.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form that comes back because of a limit stands where it stood. htmx is not told so for every 429: one that a proxy
 * before us answers with has no form in it, and must not take the place of what was typed.
 */
class FormsInPlace implements HandlerInterceptor {

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView view) {
        var htmx = HtmxRequest.fromRequest(request);
        if (view != null && view.getStatus() == HttpStatus.TOO_MANY_REQUESTS && Views.wantsFragment(htmx)
                && htmx.getTarget() != null) {
            response.setHeader("HX-Retarget", "#" + htmx.getTarget());
            response.setHeader("HX-Reswap", "outerHTML");
        }
    }
}
