package com.mentormatch.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, said once for people and programs.
 *
 * @param code      stable, for programs
 * @param title     a few words
 * @param message   one sentence that says what to do next
 * @param reference what a person tells us to find a 500 in the log; {@code null} for all else
 */
record Problem(int status, String code, String title, String message, Map<String, Object> details,
        @Nullable String reference) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** RFC 9457, with the members this product promises. */
    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "about:blank");
        document.put("title", title);
        document.put("status", status);
        document.put("code", code);
        document.put("message", message);
        document.put("details", details);
        if (reference != null) {
            document.put("reference", reference);
        }
        return document;
    }
}
