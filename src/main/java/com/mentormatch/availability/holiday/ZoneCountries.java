package com.mentormatch.availability.holiday;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which country a zone lies in: a good guess for somebody who lives by its clock, nothing more. */
final class ZoneCountries {

    private static final Map<String, String> COUNTRIES = read();

    private ZoneCountries() {}

    /** ISO 3166 code; empty for UTC. A name no longer in use stands for the zone it was renamed to. */
    static Optional<String> of(ZoneId zone) {
        var country = COUNTRIES.get(zone.getId());
        return country != null || zone.getRules().isFixedOffset()
                ? Optional.ofNullable(country)
                : COUNTRIES.keySet()
                    .stream()
                    .filter(known -> ZoneId.of(known).getRules().equals(zone.getRules()))
                    .sorted()
                    .findFirst()
                    .map(COUNTRIES::get);
    }

    private static Map<String, String> read() {
        try (var file = ZoneCountries.class.getResourceAsStream("/availability/country-zones.txt")) {
            var countries = new HashMap<String, String>();
            new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .forEach(words -> {
                    for (var i = 1; i < words.length; i++) {
                        if (ZoneId.getAvailableZoneIds().contains(words[i])) {
                            countries.put(words[i], words[0]);
                        }
                    }
                });
            return Map.copyOf(countries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
