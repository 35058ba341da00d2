package com.mentormatch.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Zones by what people call them: a city ("munich", "kiev"), a country, the name of a zone, or a distance from UTC
 * ("+5:45", "UTC+3"). Large cities come first; letters count without their accents.
 */
public final class ZoneSearch {

    /** @param place what was found: a city, or the place the zone is named after */
    public record Found(ZoneId zone, String place) {}

    private record Place(ZoneId zone, String name, List<String> words) {}

    private static final Pattern OFFSET = Pattern
        .compile("(?:utc|gmt|z)?\\s*([+\\-\u2212])\\s*(\\d{1,2})(?::?(\\d{2}))?");

    private static final List<Place> PLACES = places();

    private ZoneSearch() {}

    /**
     * @param now which offset a zone has depends on the season
     * @return most likely first, each zone once; empty where nothing comes to mind
     */
    public static List<Found> find(@Nullable String wanted, Instant now, int most) {
        var words = plain(wanted == null ? "" : wanted);
        var offset = offset(words);
        if (offset.isPresent()) {
            return found(PLACES.stream().filter(place -> at(place.zone, now, offset.get())), most);
        }
        if (words.length() < 2) {
            return List.of();
        }
        return found(PLACES.stream()
            .filter(place -> rank(place, words) < 3)
            .sorted(Comparator.comparingInt(place -> rank(place, words))), most);
    }

    private static List<Found> found(Stream<Place> places, int most) {
        var seen = new HashSet<ZoneId>();
        return places.filter(place -> seen.add(place.zone))
            .map(place -> new Found(place.zone, place.name))
            .limit(most)
            .toList();
    }

    /** Whole name, beginning of a name, beginning of a word in it. */
    private static int rank(Place place, String words) {
        var rank = 3;
        for (var word : place.words) {
            if (word.equals(words)) {
                return 0;
            }
            rank = Math.min(rank, word.startsWith(words) ? 1 : word.contains(" " + words) ? 2 : 3);
        }
        return rank;
    }

    private static boolean at(ZoneId zone, Instant now, ZoneOffset offset) {
        return zone.getRules().getOffset(now).equals(offset);
    }

    private static Optional<ZoneOffset> offset(String words) {
        var match = OFFSET.matcher(words);
        if (!match.matches()) {
            return Optional.empty();
        }
        var hours = Integer.parseInt(match.group(2));
        var minutes = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        if (hours > 18 || minutes > 59 || hours == 18 && minutes > 0) {
            return Optional.empty();
        }
        var sign = match.group(1).equals("+") ? 1 : -1;
        return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    /** Small letters without accents; what separates words is one blank. */
    private static String plain(String text) {
        return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('ł', 'l')
            .replace('ø', 'o')
            .replace('ı', 'i')
            .replaceAll("[_/,.\\s]+", " ")
            .strip();
    }

    /** Those of the table in its order, then every zone there is under its own name. */
    private static List<Place> places() {
        var places = new ArrayList<Place>();
        for (var line : table().lines().filter(each -> !each.startsWith("#")).toList()) {
            var cells = line.split("\\|");
            var zone = ZoneId.of(cells[0].strip());
            var countries = words(cells[1].split(","));
            var first = true;
            for (var city : cells[2].split(",")) {
                var names = city.split("=");
                var known = new ArrayList<>(words(names));
                if (first) {
                    known.addAll(countries);
                    first = false;
                }
                places.add(new Place(zone, names[0].strip(), known));
            }
        }
        Set<ZoneId> listed = places.stream().map(Place::zone).collect(Collectors.toSet());
        for (var id : Zones.all()) {
            var zone = ZoneId.of(id);
            var name = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
            var words = listed.contains(zone) ? List.of(plain(id)) : List.of(plain(name), plain(id));
            places.add(new Place(zone, name, words));
        }
        return List.copyOf(places);
    }

    private static List<String> words(String[] names) {
        return Arrays.stream(names).map(ZoneSearch::plain).toList();
    }

    private static String table() {
        try (var file = ZoneSearch.class.getResourceAsStream("/shared/cities.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
