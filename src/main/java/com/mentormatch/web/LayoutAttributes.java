package com.mentormatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * Gives the layout what it reads, on ordinary pages and error pages alike. What costs a query goes in as a
 * {@code LazyContextVariable}: a fragment never reads it.
 */
@FunctionalInterface
public interface LayoutAttributes {

    void addTo(Map<String, Object> model, HttpServletRequest request);
}
