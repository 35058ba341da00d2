package com.mentormatch.availability.web;

import com.mentormatch.availability.Travel;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Zones;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A stay in another zone as typed.
 *
 * @param formToken names this filling-in; only a new travel needs it
 * @param seen      pages of the sessions the mentor was told would fall outside
 */
record TravelForm(@Nullable String first, @Nullable String last, @Nullable String zone, @Nullable String formToken,
        @Nullable List<String> seen) {

    TravelForm {
        first = PlainText.line(first, 100);
        last = PlainText.line(last, 100);
        zone = PlainText.line(zone, 100);
        formToken = PlainText.line(formToken, 100);
        seen = seen == null ? List.of() : List.copyOf(seen);
    }

    static TravelForm fresh() {
        return new TravelForm("", "", "", FormToken.next().toString(), null);
    }

    static TravelForm of(Travel travel) {
        return new TravelForm(travel.first().toString(), travel.last().toString(), travel.zone().getId(),
                FormToken.next().toString(), null);
    }

    /** Fields of a form that makes the same again. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("first", first);
        fields.put("last", last);
        fields.put("zone", zone);
        fields.put("formToken", formToken);
        return fields;
    }

    Set<String> told() {
        return Set.copyOf(seen);
    }

    TravelForm in(String chosen) {
        return new TravelForm(first, last, chosen, formToken, seen);
    }

    /** Empty when something is wrong; then it is said at its field. */
    Optional<Travel> read(UUID id, ZoneId home, LocalDate today, Errors errors) {
        var stretch = DateFields.read(first, last, today, errors);
        switch (Zones.check(zone)) {
            case Zones.Valid(var there) -> {
                if (there.equals(home)) {
                    errors.rejectValue("zone", "availability.travel.home");
                } else if (!errors.hasErrors()) {
                    return stretch.map(dates -> new Travel(id, dates.first(), dates.last(), there));
                }
            }
            case Zones.Unknown _ -> errors.rejectValue("zone",
                    zone.isEmpty() ? "availability.travel.zone.missing" : "availability.zone.wrong", new Object[]{zone},
                    null);
        }
        return Optional.empty();
    }
}
