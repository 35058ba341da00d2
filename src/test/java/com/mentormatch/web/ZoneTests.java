package com.mentormatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PagesOnly
class ZoneTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void choosingAZoneKeepsItAndLeadsBack() {
        assertThat(mvc.post().uri("/zone").param("zone", "Asia/Tokyo").param("back", "/mentors?skill=go"))
            .hasStatus(303)
            .headers()
            .hasValue("Location", "/mentors?skill=go")
            .hasHeaderSatisfying("Set-Cookie",
                    cookies -> assertThat(cookies).singleElement()
                        .asString()
                        .startsWith("zone=Asia/Tokyo; Path=/; Max-Age=31536000")
                        .contains("SameSite=Lax"));
    }

    @Test
    void leadsBackWithoutTheZoneTheAddressNamed() {
        assertThat(mvc.post()
            .uri("/zone")
            .param("zone", "Asia/Tokyo")
            .param("back", "/mentors/ada?zone=Europe/Paris&day=2027-03-12&q=a%20b#times")).headers()
            .hasValue("Location", "/mentors/ada?day=2027-03-12&q=a%20b#times");
    }

    @Test
    void makesNoSession() {
        assertThat(mvc.get().uri("/zone").exchange().getRequest().getSession(false)).isNull();
        assertThat(mvc.post().uri("/zone").param("zone", "UTC").exchange().getRequest().getSession(false)).isNull();
    }

    @Test
    void anAbbreviationIsRefusedWithWhatWasProbablyMeant() {
        assertThat(mvc.post().uri("/zone").param("zone", "IST")).hasStatus(422)
            .bodyText()
            .contains("Asia/Kolkata", "Europe/Dublin", "value=\"IST\"");
    }

    @Test
    void anotherSiteMayNotChangeIt() {
        assertThat(mvc.post().uri("/zone").param("zone", "UTC").header("Sec-Fetch-Site", "cross-site")).hasStatus(403);
    }

    @Test
    void theAddressComesBeforeTheCookieAndNonsenseIsNoZone() {
        var cookie = new Cookie("zone", "Asia/Tokyo");
        assertThat(mvc.get().uri("/zone").cookie(cookie)).bodyText().contains("Times in Tokyo");
        assertThat(mvc.get().uri("/zone?zone=Europe/Paris").cookie(cookie)).bodyText().contains("Times in Paris");
        assertThat(mvc.get().uri("/zone?zone=CEST").cookie(cookie)).bodyText().contains("Times in Tokyo");
        assertThat(mvc.get().uri("/zone").cookie(new Cookie("zone", "<b>"))).bodyText().contains("each mentor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
            "https:evil.example", "javascript:alert(1)", "///evil.example", "/\t/evil.example", "/%09/evil.example/..",
            "/.//evil.example", "/a/..//evil.example", "/a/../b", "evil.example", "", " /a", "/a\r\nSet-Cookie: a=b",
            "/\u2028", "@evil.example", "?a", "#a", "/a b", "/\u0000", "//[::1]/", "/\u00e9"})
    void onlyPlacesOnThisSiteAreGoneBackTo(String elsewhere) {
        assertThat(LocalPath.or(elsewhere, "/home")).isEqualTo("/home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/mentors", "/mentors?skill=a%20b&x=//y", "/bookings/1#times", "/a%C3%A9"})
    void placesOnThisSiteAreKept(String here) {
        assertThat(LocalPath.or(here, "/home")).isEqualTo(here);
    }
}
