package com.mentormatch.shared;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * IANA time zones, the only kind accepted: an abbreviation ("EST", "IST") means several places and a bare offset knows
 * no summer time, so both are refused, with the zones that were probably meant.
 */
public final class Zones {

    public sealed interface Check {}

    public record Valid(ZoneId zone) implements Check {}

    /** @param probablyMeant IANA names, most likely first; empty where nothing comes to mind */
    public record Unknown(List<String> probablyMeant) implements Check {}

    private static final Set<String> AREAS = Set.of("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic",
            "Australia", "Europe", "Indian", "Pacific");

    private static final List<String> ALL = ZoneId.getAvailableZoneIds()
        .stream()
        .filter(Zones::isPlace)
        .sorted()
        .toList();

    private static final Map<String, List<String>> ABBREVIATIONS = Map.ofEntries(
            Map.entry("EST", List.of("America/New_York", "America/Panama", "Australia/Sydney")),
            Map.entry("EDT", List.of("America/New_York")),
            Map.entry("CST", List.of("America/Chicago", "Asia/Shanghai")), Map.entry("CDT", List.of("America/Chicago")),
            Map.entry("MST", List.of("America/Denver", "America/Phoenix")), Map.entry("MDT", List.of("America/Denver")),
            Map.entry("PST", List.of("America/Los_Angeles", "Asia/Manila")),
            Map.entry("PDT", List.of("America/Los_Angeles")),
            Map.entry("IST", List.of("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")),
            Map.entry("WAT", List.of("Africa/Lagos", "Africa/Kinshasa")), Map.entry("CAT", List.of("Africa/Maputo")),
            Map.entry("EAT", List.of("Africa/Nairobi")), Map.entry("SAST", List.of("Africa/Johannesburg")),
            Map.entry("GMT", List.of("Europe/London", "Africa/Abidjan")),
            Map.entry("BST", List.of("Europe/London", "Asia/Dhaka")), Map.entry("WET", List.of("Europe/Lisbon")),
            Map.entry("CET", List.of("Europe/Berlin", "Europe/Paris")),
            Map.entry("CEST", List.of("Europe/Berlin", "Europe/Paris")),
            Map.entry("EET", List.of("Europe/Athens", "Europe/Helsinki", "Africa/Cairo")),
            Map.entry("MSK", List.of("Europe/Moscow")), Map.entry("JST", List.of("Asia/Tokyo")),
            Map.entry("KST", List.of("Asia/Seoul")), Map.entry("HKT", List.of("Asia/Hong_Kong")),
            Map.entry("SGT", List.of("Asia/Singapore")),
            Map.entry("AEST", List.of("Australia/Sydney", "Australia/Brisbane")),
            Map.entry("AEDT", List.of("Australia/Sydney")),
            Map.entry("ACST", List.of("Australia/Adelaide", "Australia/Darwin")),
            Map.entry("AWST", List.of("Australia/Perth")), Map.entry("NZST", List.of("Pacific/Auckland")),
            Map.entry("NZDT", List.of("Pacific/Auckland")), Map.entry("HST", List.of("Pacific/Honolulu")),
            Map.entry("AKST", List.of("America/Anchorage")), Map.entry("BRT", List.of("America/Sao_Paulo")),
            Map.entry("ART", List.of("America/Argentina/Buenos_Aires")));

    private static final int SUGGESTIONS = 4;

    /** A day on which the north keeps standard time, which is what offsets are remembered by. */
    private static final Instant SEASON = Instant.parse("2026-01-15T00:00:00Z");

    private static final Pattern FAR_OFFSET = Pattern.compile("(?:UTC|GMT)?\\s*([+-])(\\d)(\\d)(?::00)?");

    private Zones() {}

    /** Every zone named after a place, and UTC, in alphabetical order. */
    public static List<String> all() {
        return ALL;
    }

    /** The zones an abbreviation is used in, most likely first; empty where it is none. */
    public static List<String> ofAbbreviation(String name) {
        return ABBREVIATIONS.getOrDefault(name.strip().toUpperCase(Locale.ROOT), List.of());
    }

    public static Check check(String name) {
        var wanted = name == null ? "" : name.strip();
        if (wanted.equals("UTC") || isPlace(wanted) && ZoneId.getAvailableZoneIds().contains(wanted)) {
            return new Valid(ZoneId.of(wanted));
        }
        return new Unknown(probablyMeant(wanted));
    }

    private static List<String> probablyMeant(String wanted) {
        var known = ofAbbreviation(wanted);
        if (!known.isEmpty()) {
            return known;
        }
        var found = ZoneSearch.find(wanted, SEASON, SUGGESTIONS);
        return (found.isEmpty() ? withoutADigit(wanted) : found.stream()).map(each -> each.zone().getId())
            .distinct()
            .limit(SUGGESTIONS)
            .toList();
    }

    /** "GMT+25" is nowhere; 2 or 5 hours may have been meant. */
    private static Stream<ZoneSearch.Found> withoutADigit(String wanted) {
        var match = FAR_OFFSET.matcher(wanted.toUpperCase(Locale.ROOT));
        return match.matches()
                ? Stream.of(match.group(2), match.group(3))
                    .flatMap(digit -> ZoneSearch.find(match.group(1) + digit, SEASON, 2).stream())
                : Stream.empty();
    }

    private static boolean isPlace(String zone) {
        var slash = zone.indexOf('/');
        return zone.equals("UTC") || slash > 0 && AREAS.contains(zone.substring(0, slash));
    }
}
