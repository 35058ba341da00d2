package com.mentormatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Exceptions of controllers become problems; those of the security chain go on to it, it knows where to sign in. */
@ControllerAdvice
class ErrorAdvice {

    private final Problems problems;
    private final ErrorAnswers answers;

    ErrorAdvice(Problems problems, ErrorAnswers answers) {
        this.problems = problems;
        this.answers = answers;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView any(Exception error, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws Exception {
        if (error instanceof AccessDeniedException || error instanceof AuthenticationException
                || response.isCommitted()) {
            throw error;
        }
        if (error instanceof AsyncRequestNotUsableException) {
            return null;
        }
        if (error instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        return answers.answer(problems.of(error, request, locale), request, response);
    }
}
