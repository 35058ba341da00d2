package com.mentormatch.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnLinkTests {

    @ParameterizedTest
    @CsvSource({"https://meet.example/room?pwd=a%20b#x, https://meet.example/room?pwd=a%20b#x",
            "https://meet/room, https://meet/room", "meet.example/room, https://meet.example/room",
            "HTTPS://meet.example/Room, https://meet.example/Room",
            "' http://meet.example:8443/a ', http://meet.example:8443/a",
            "https://meet.example/zimmer-für-zwei, https://meet.example/zimmer-f%C3%BCr-zwei"})
    void webAddressesAreLinks(String typed, String link) {
        assertThat(OwnLink.parse(typed)).map(OwnLink::toString).contains(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "room", "javascript:alert(1)", "javascript://meet.example/%0aalert(1)",
            "data:text/html,<script>alert(1)</script>", "ftp://meet.example/a", "file:///etc/passwd", "https://",
            "https:///room", "//meet.example/a", "https://user:pass@meet.example/",
            "https://meet.example@evil.example/", "https://meet.example/a b",
            "https://meet.example/\r\nSet-Cookie: a=b", "https://meet.example\\@evil", "vbscript:msgbox",
            "https:meet.example", "mailto:a@b.example", "zoommtg://zoom.us/join?confno=1"})
    void nothingElseIs(String typed) {
        assertThat(OwnLink.parse(typed)).isEmpty();
    }

    @Test
    void itIsNoLongerThanItsColumn() {
        assertThat(OwnLink.parse("https://meet.example/" + "a".repeat(479))).isPresent();
        assertThat(OwnLink.parse("https://meet.example/" + "a".repeat(480))).isEmpty();
        assertThat(OwnLink.parse("https://meet.example/" + "ü".repeat(300))).as("written out it is longer").isEmpty();
        assertThat(OwnLink.parse(null)).isEmpty();
    }
}
