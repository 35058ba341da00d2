package com.mentormatch.availability.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class AvailabilityDoorTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Market market;

    @Autowired
    Cast cast;

    @Autowired
    Mentors mentors;

    private Actor mentor;

    @BeforeEach
    void mentor() {
        mentor = market.mentor();
    }

    @Test
    void visitorsSeeFreeTimesByMonthAndWeekInTheirZone() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(offer).getFirst();
        var day = LocalDate.ofInstant(start, ZoneId.of("Asia/Tokyo"));
        var page = "/mentors/" + slug() + "?zone=Asia/Tokyo&day=" + day;
        for (var uri : new String[]{page, page + "&view=week"}) {
            assertThat(mvc.get().uri(uri)).hasStatusOk()
                .doesNotContainHeader("Set-Cookie")
                .bodyText()
                .contains("Times in Tokyo", "start=" + start);
        }
        assertThat(
                mvc.get().uri("/mentors/" + slug() + "/times?zone=Asia/Tokyo&day=" + day).header("HX-Request", "true"))
            .hasStatusOk()
            .bodyText()
            .contains("id=\"times\"", "start=" + start)
            .doesNotContain("<html");
    }

    @Test
    void whatIsBookedIsNoLongerListed() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(offer).getFirst();
        market.book(cast.mentee().viewer(), offer, start);
        var day = LocalDate.ofInstant(start, ZoneId.of("Europe/Berlin"));
        assertThat(mvc.get().uri("/mentors/" + slug() + "?zone=Europe/Berlin&day=" + day)).hasStatusOk()
            .bodyText()
            .doesNotContain("start=" + start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"offer=nonsense", "month=2026-99", "day=yesterday", "day=9999-01-01", "month=-1-1",
            "view=century", "offer=%00&day=%22%3E", "day=1900-01-01"})
    void oldAndBrokenAddressesShowSomethingSensible(String query) {
        market.offer(mentor, 0, Confirmation.INSTANT);
        assertThat(mvc.get().uri(URI.create("/mentors/" + slug() + "?" + query))).hasStatusOk();
        assertThat(mvc.get().uri(URI.create("/mentors/" + slug() + "/times?" + query))).hasStatusOk();
    }

    @Test
    void noOneHasTimesWhoIsNotThere() {
        assertThat(mvc.get().uri("/mentors/nobody-by-that-name/times")).hasStatus(404);
        assertThat(mvc.get().uri("/mentors/" + slug() + "/times?month=" + YearMonth.now(ZoneId.of("UTC")).plusYears(5)))
            .hasStatusOk();
    }

    private String slug() {
        return mentors.byId(mentor.id()).orElseThrow().slug();
    }
}
