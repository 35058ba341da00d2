package com.mentormatch.availability.web;

import com.mentormatch.shared.TimeWords;
import com.mentormatch.shared.ZoneSearch;
import com.mentormatch.shared.ZoneSearch.Found;
import com.mentormatch.shared.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Zones to choose from, told apart by what the clock says there now. */
@Component
class ZoneChoices {

    private static final int MOST = 8;

    /** @param now "15:05, UTC+1" */
    record Choice(String id, String place, String now) {}

    private final TimeWords times;

    ZoneChoices(TimeWords times) {
        this.times = times;
    }

    /** What the words may mean; of the wrong kinds, like "EST", what was probably meant. */
    List<Choice> find(String words, Instant now, Locale locale) {
        var abbreviated = named(Zones.ofAbbreviation(words));
        var meant = Zones.check(words) instanceof Zones.Unknown(var ids) ? named(ids) : Stream.<Found>empty();
        var seen = new HashSet<ZoneId>();
        return Stream.of(abbreviated, ZoneSearch.find(words, now, MOST).stream(), meant)
            .flatMap(each -> each)
            .filter(each -> seen.add(each.zone()))
            .limit(MOST)
            .map(each -> new Choice(each.zone().getId(), each.place(),
                    times.clock(now, each.zone(), locale) + ", " + times.offset(now, each.zone())))
            .toList();
    }

    /** Nothing where the zone can be taken as it is. */
    List<Choice> meant(String zone, Instant now, Locale locale) {
        return Zones.check(zone) instanceof Zones.Valid ? List.of() : find(zone, now, locale);
    }

    private Stream<Found> named(List<String> ids) {
        return ids.stream().map(ZoneId::of).map(id -> new Found(id, times.city(id)));
    }
}
