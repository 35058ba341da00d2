package com.mentormatch.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTests {

    private static final Instant SUMMER = Instant.parse("2026-07-15T00:00:00Z");

    @Test
    void takesPlacesAndUtc() {
        assertThat(Zones.check("Europe/Berlin")).isEqualTo(new Zones.Valid(ZoneId.of("Europe/Berlin")));
        assertThat(Zones.check(" UTC ")).isEqualTo(new Zones.Valid(ZoneId.of("UTC")));
    }

    @Test
    void refusesAbbreviationsAndOffsetsWithWhatWasProbablyMeant() {
        assertThat(meant("EST")).contains("America/New_York");
        assertThat(meant("wat")).contains("Africa/Lagos");
        assertThat(meant("berlin")).contains("Europe/Berlin");
        assertThat(meant("+05:45")).contains("Asia/Kathmandu");
        assertThat(meant("Etc/GMT+5")).isNotNull();
        assertThat(meant("UTC+3")).contains("Europe/Istanbul");
        assertThat(meant("GMT+25")).as("a digit too many").contains("Europe/Athens", "Asia/Karachi");
        assertThat(meant("GMT+123")).isEmpty();
        assertThat(meant("")).isEmpty();
        assertThat(meant(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"munich, Europe/Berlin", "München, Europe/Berlin", "muenchen, Europe/Berlin",
            "new york, America/New_York", "kiev, Europe/Kyiv", "KYIV, Europe/Kyiv", "sao paulo, America/Sao_Paulo",
            "lodz, Europe/Warsaw", "saigon, Asia/Ho_Chi_Minh", "bombay, Asia/Kolkata", "nepal, Asia/Kathmandu",
            "+5:45, Asia/Kathmandu", "UTC+3, Europe/Istanbul", "gmt -3:30, America/St_Johns", "+1345, Pacific/Chatham",
            "ljublj, Europe/Ljubljana", "europe/ber, Europe/Berlin", "den haag, Europe/Amsterdam",
            "Troll, Antarctica/Troll", "−11, Pacific/Pago_Pago", "UTC, UTC"})
    void findsZonesByWhatPeopleCallThem(String words, String zone) {
        assertThat(find(words)).contains(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "+", "-18:01", "qqqq", "<script>", "%", "_", "\\E", "(", "+5:99", "\u0000"})
    void findsNothingWhereNothingIs(String words) {
        assertThat(find(words)).isEmpty();
        assertThat(Zones.check(words)).isInstanceOf(Zones.Unknown.class);
    }

    @Test
    void findsEveryZoneUnderItsOwnNameAndEachOnce() {
        assertThat(Zones.all()).allSatisfy(zone -> assertThat(find(zone)).contains(zone).doesNotHaveDuplicates());
        assertThat(ZoneSearch.find("san", SUMMER, 3)).hasSize(3);
        assertThat(ZoneSearch.find("+2", SUMMER, 20)).extracting(found -> found.zone().getId())
            .contains("Europe/Berlin")
            .doesNotContain("Europe/Athens");
    }

    private static List<String> find(String words) {
        return ZoneSearch.find(words, Instant.parse("2026-01-15T00:00:00Z"), 8)
            .stream()
            .map(found -> found.zone().getId())
            .toList();
    }

    private static List<String> meant(String zone) {
        return ((Zones.Unknown) Zones.check(zone)).probablyMeant();
    }
}
