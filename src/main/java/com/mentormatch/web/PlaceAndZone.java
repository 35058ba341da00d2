package com.mentormatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code viewerZone} for the line that names it, {@code here} to come back after changing it. */
@Component
class PlaceAndZone implements LayoutAttributes {

    private final ViewerZones zones;

    PlaceAndZone(ViewerZones zones) {
        this.zones = zones;
    }

    @Override
    public void addTo(Map<String, Object> model, HttpServletRequest request) {
        model.put("viewerZone", zones.of(request).zone());
        model.put("here", here(request));
    }

    private static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
