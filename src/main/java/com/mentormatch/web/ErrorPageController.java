package com.mentormatch.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the container sends what failed outside a controller: filters, the security chain, templates. */
@Controller
class ErrorPageController implements ErrorController {

    private final Problems problems;
    private final ErrorAnswers answers;

    ErrorPageController(Problems problems, ErrorAnswers answers) {
        this.problems = problems;
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return answers.answer(problem(request, locale), request, response);
    }

    private Problem problem(HttpServletRequest request, Locale locale) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable error) {
            return problems.of(cause(error), request, locale);
        }
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return problems.refusal(WebReason.STALE_PAGE, locale);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 400
                ? problems.ofStatus(status, null, request, locale)
                : problems.ofStatus(404, null, request, locale);
    }

    private static Throwable cause(Throwable error) {
        return error instanceof jakarta.servlet.ServletException && error.getCause() != null ? error.getCause() : error;
    }
}
