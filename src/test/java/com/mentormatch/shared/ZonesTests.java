package com.mentormatch.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZonesTests {

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
        assertThat(meant("GMT+25")).isEmpty();
        assertThat(meant("")).isEmpty();
        assertThat(meant(null)).isEmpty();
    }

    private static List<String> meant(String zone) {
        return ((Zones.Unknown) Zones.check(zone)).probablyMeant();
    }
}
