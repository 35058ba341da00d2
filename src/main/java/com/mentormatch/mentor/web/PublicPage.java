package com.mentormatch.mentor.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** A page anyone may see: browsers may keep it and must ask again, because free times and the reader's zone change. */
final class PublicPage {

    private PublicPage() {}

    static void of(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    }
}
