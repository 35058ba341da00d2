package com.mentormatch.web;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The zone the person looking wants times in. Controllers take it as an argument.
 *
 * @param zone {@code null} while nobody has said: pages then show the mentor's zone and offer a selector. Never of
 *             somebody who is signed in: their account has one
 */
public record ViewerZone(@Nullable ZoneId zone) {

    public boolean known() {
        return zone != null;
    }

    public ZoneId or(ZoneId other) {
        return zone == null ? other : zone;
    }
}
