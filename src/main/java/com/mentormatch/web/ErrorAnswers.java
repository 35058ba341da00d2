package com.mentormatch.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a problem in the form it was asked in: a page to a browser, a notice at the top of the page to htmx (never
 * into the region it wanted to swap), a problem document to a program.
 */
@Component
class ErrorAnswers {

    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

    private final List<LayoutAttributes> attributes;
    private final JsonMapper json;

    ErrorAnswers(List<LayoutAttributes> attributes, JsonMapper json) {
        this.attributes = attributes;
        this.json = json;
    }

    ModelAndView answer(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var status = HttpStatusCode.valueOf(problem.status());
        if (Views.wantsFragment(HtmxRequest.fromRequest(request))) {
            response.setHeader("HX-Retarget", "#problem");
            response.setHeader("HX-Reswap", "innerHTML");
            return new ModelAndView("error/_notice", Map.of("problem", problem), status);
        }
        if (wantsPage(request)) {
            return new ModelAndView("error/page", model(problem, request), status);
        }
        var answer = new ModelAndView(document(problem));
        answer.setStatus(status);
        return answer;
    }

    private Map<String, Object> model(Problem problem, HttpServletRequest request) {
        var model = new HashMap<String, Object>();
        model.put("problem", problem);
        for (var part : attributes) {
            try {
                part.addTo(model, request);
            } catch (RuntimeException alsoBroken) {
                log.debug("The error page does without a part of its layout", alsoBroken);
            }
        }
        return model;
    }

    private View document(Problem problem) {
        return (model, request, response) -> write(problem, response);
    }

    private void write(Problem problem, HttpServletResponse response) throws IOException {
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem.document());
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && (accept.contains("text/html") || accept.contains("application/xhtml+xml"));
    }
}
