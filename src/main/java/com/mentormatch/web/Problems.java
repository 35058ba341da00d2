package com.mentormatch.web;

import com.mentormatch.shared.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;

/** Names the problem behind an exception or a bare status. Only what nobody foresaw gets a reference, and a log entry. */
@Component
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final MessageSource messages;
    private final SecureRandom random = new SecureRandom();

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    Problem of(Throwable error, HttpServletRequest request, Locale locale) {
        return switch (error) {
            case Refused refused -> refusal(refused.reason(), refused.status(), refused.details(), locale);
            case ErrorResponse known -> ofStatus(known.getStatusCode().value(), error, request, locale);
            case ConversionNotSupportedException ours -> ofStatus(500, ours, request, locale);
            case TypeMismatchException malformed -> ofStatus(400, malformed, request, locale);
            case HttpMessageNotReadableException malformed -> ofStatus(400, malformed, request, locale);
            case BindException malformed -> ofStatus(400, malformed, request, locale);
            case InvalidParameterException unread -> ofStatus(unread.getErrorCode(), unread, request, locale);
            case CannotCreateTransactionException away -> unavailable(away, locale);
            case CannotGetJdbcConnectionException away -> unavailable(away, locale);
            case DataAccessResourceFailureException away -> unavailable(away, locale);
            default -> ofStatus(500, error, request, locale);
        };
    }

    Problem refusal(Reason reason, Locale locale) {
        return refusal(reason, reason.status(), Map.of(), locale);
    }

    Problem ofStatus(int status, @Nullable Throwable error, HttpServletRequest request, Locale locale) {
        if (status != 500) {
            return named(status, null, locale);
        }
        var reference = reference();
        log.error("Error {} at {} {}", reference, request.getMethod(), request.getRequestURI(), error);
        return named(500, reference, locale);
    }

    private Problem refusal(Reason reason, int status, Map<String, Object> details, Locale locale) {
        return new Problem(status, reason.code(), text(status, "title", locale),
                messages.getMessage(reason.messageKey(), null, locale), details, null);
    }

    private Problem unavailable(Throwable away, Locale locale) {
        log.warn("The database is away: {}", away.getMessage());
        return named(503, null, locale);
    }

    private Problem named(int status, @Nullable String reference, Locale locale) {
        return new Problem(status, code(status), text(status, "title", locale), text(status, "text", locale), Map.of(),
                reference);
    }

    private String text(int status, String part, Locale locale) {
        var general = messages.getMessage("web.error." + (status < 500 ? "4xx" : "5xx") + "." + part, null, locale);
        var text = messages.getMessage("web.error." + status + "." + part, null, general, locale);
        return text == null ? "" : text;
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "bad-input";
            case 401 -> "sign-in-needed";
            case 409 -> "conflict";
            case 422 -> "invalid";
            case 500 -> "internal-error";
            case 503 -> "unavailable";
            default -> {
                var known = HttpStatus.resolve(status);
                yield known == null ? "error" : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        };
    }

    /** Eight letters a person can read out over the phone: "K7QF-2M9X". */
    private String reference() {
        var reference = new StringBuilder();
        for (var i = 0; i < 8; i++) {
            reference.append(i == 4 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }
}
