package com.mentormatch.availability;

import com.mentormatch.mentor.OfferId;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a mentor edits as one: the usual week, the zone it is meant in, and the session settings. Dates and travels are
 * kept elsewhere and stay.
 *
 * @param windows  none overlap
 * @param perOffer only offers that differ
 */
public record Week(List<WeeklyWindow> windows, ZoneId zone, SessionSettings settings,
        Map<OfferId, OfferSettings> perOffer) {

    public Week {
        windows = windows.stream().sorted().toList();
        perOffer = perOffer.entrySet()
            .stream()
            .filter(entry -> entry.getValue().differs())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Week of(Schedule schedule, ZoneId zone) {
        return new Week(schedule.windows(), zone, schedule.settings(), schedule.perOffer());
    }

    /** The schedule with this as its week. */
    public Schedule in(Schedule schedule) {
        return schedule.withWeek(windows).withSettings(settings, perOffer);
    }

    /** The same for equal weeks on every machine, and for others another: a form remembers what it was opened with. */
    public String stamp() {
        var offers = new TreeMap<String, OfferSettings>();
        perOffer.forEach((offer, differences) -> offers.put(offer.toString(), differences));
        var text = windows + " " + zone + " " + settings + " " + offers;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
