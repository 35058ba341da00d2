package com.mentormatch.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A path on this site with what is asked of it; what is missing or blank is left out. */
public record Address(String path, String query) {

    public static Address of(String path) {
        return new Address(path, "");
    }

    public Address with(String name, Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        var pair = name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return new Address(path, query.isEmpty() ? "?" + pair : query + "&" + pair);
    }

    @Override
    public String toString() {
        return path + query;
    }
}
