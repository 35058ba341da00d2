package com.mentormatch.web;

import com.mentormatch.shared.Zones;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which zone times are shown in. Anyone may change it and no session is made for it, hence no form token either: all it
 * touches is one cookie of the browser that asks, and requests a browser marks as another site's are turned away.
 */
@Controller
@RequestMapping("/zone")
class ZoneController {

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String back, ViewerZone zone, HtmxRequest htmx, Model model) {
        fill(model, back, zone.known() ? zone.zone().getId() : "", List.of(), false);
        return Views.of(htmx, "zone/show", "zone/_form");
    }

    @PostMapping
    Object change(@RequestParam(defaultValue = "") String zone, @RequestParam(required = false) @Nullable String back,
            @RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String from, Model model,
            HttpServletRequest request) {
        if ("cross-site".equals(from)) {
            throw new Forbidden(WebReason.OTHER_SITE);
        }
        return switch (Zones.check(zone)) {
            case Zones.Valid(var valid) -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, ViewerZones.cookie(valid, request.isSecure()).toString())
                .header(HttpHeaders.LOCATION, withoutZone(LocalPath.or(back, "/")))
                .build();
            case Zones.Unknown(var meant) -> {
                fill(model, back, zone, meant, true);
                yield new ModelAndView("zone/show", model.asMap(), HttpStatusCode.valueOf(422));
            }
        };
    }

    /** A zone in the address comes before the cookie: there, nothing would seem to have changed. */
    private static String withoutZone(String back) {
        return UriComponentsBuilder.fromUriString(back).replaceQueryParam(ViewerZones.NAME).build().toUriString();
    }

    private static void fill(Model model, @Nullable String back, String wanted, List<String> meant, boolean refused) {
        model.addAttribute("back", LocalPath.or(back, "/"));
        model.addAttribute("wanted", wanted);
        model.addAttribute("meant", meant);
        model.addAttribute("refused", refused);
        model.addAttribute("zones", Zones.all());
    }
}
