package com.mentormatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Asked last, when neither the address nor a cookie names a zone: the one kept with the signed-in person's account. */
@FunctionalInterface
public interface KnownZone {

    @Nullable
    ZoneId of(HttpServletRequest request);
}
