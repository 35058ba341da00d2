package com.mentormatch.account.web;

import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.RequestContextUtils;

/** After a form that was right: on to another page, as a redirect or as the header by which htmx goes there. */
final class Onward {

    private Onward() {}

    static ResponseEntity<Void> to(String path, HttpServletRequest request) {
        return Views.wantsFragment(HtmxRequest.fromRequest(request))
                ? ResponseEntity.noContent().header("HX-Redirect", path).build()
                : ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, path).build();
    }

    /** For people who are signed in: the sentence waits in their session. */
    static ResponseEntity<Void> to(String path, @Nullable String sentence, HttpServletRequest request,
            HttpServletResponse response) {
        RequestContextUtils.getOutputFlashMap(request).put("flash", sentence);
        RequestContextUtils.saveOutputFlashMap(path, request, response);
        return to(path, request);
    }
}
