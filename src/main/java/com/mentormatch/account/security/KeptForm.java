package com.mentormatch.account.security;

import com.mentormatch.web.LocalPath;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A form sent by somebody who had been signed out meanwhile. Its fields travel as hidden fields of the sign-in form,
 * and come back afterwards on a page with a button: nothing is sent a second time without a person's click, and
 * nothing of a stranger's is kept on the server.
 *
 * @param path   where the form was going, on this site
 * @param fields its fields, all values of each
 */
public record KeptForm(String path, Map<String, List<String>> fields) {

    /** Reached by a forward only. */
    public static final String DOOR = "/sign-in/first";

    private static final String PREFIX = "kept.";
    private static final String PATH = "keptPath";
    private static final Set<String> NOT_KEPT = Set.of("_csrf", "password", "current");
    private static final int MOST_CHARACTERS = 20_000;

    static boolean isOne(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST") && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** What was being sent when the forward was made; null where it is too much or not ours. */
    public static @Nullable KeptForm sent(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_KEPT.contains(name)) {
                fields.put(name, List.of(values));
            }
        });
        return of(path instanceof String text ? text : "", fields);
    }

    /** What the sign-in form carried along. */
    public static @Nullable KeptForm carried(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                fields.put(name.substring(PREFIX.length()), List.of(values));
            }
        });
        var path = request.getParameter(PATH);
        return of(path == null ? "" : path, fields);
    }

    private static @Nullable KeptForm of(String path, Map<String, List<String>> fields) {
        var characters = fields.values().stream().flatMap(List::stream).mapToInt(String::length).sum();
        return LocalPath.or(path, "").isEmpty() || characters > MOST_CHARACTERS ? null : new KeptForm(path, fields);
    }
}
