package com.mentormatch.availability.web;

import com.mentormatch.shared.PlainText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which public holidays to take off.
 *
 * @param country ISO 3166 code
 * @param part    of the country; empty for all of it
 * @param days    dates of those ticked
 * @param all     "true" for every one there is
 * @param seen    pages of the sessions the mentor was told would fall outside
 */
record HolidaysForm(@Nullable String country, @Nullable String part, @Nullable List<String> days, @Nullable String all,
        @Nullable List<String> seen) {

    HolidaysForm {
        country = PlainText.line(country, 10);
        part = PlainText.line(part, 20);
        days = days == null ? List.of() : List.copyOf(days);
        all = PlainText.line(all, 10);
        seen = seen == null ? List.of() : List.copyOf(seen);
    }

    boolean wantsAll() {
        return all.equals("true");
    }

    Set<String> told() {
        return Set.copyOf(seen);
    }
}
