package com.mentormatch.availability.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.DatedException;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.OfferSettings;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.Travel;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

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

    @Autowired
    EditAvailability availability;

    private Actor mentor;

    @BeforeEach
    void mentor() {
        mentor = market.mentor();
    }

    @Test
    void savesAWeekTypedInSeveralWays() {
        assertThat(save("9-12:30, 14.00–18:15", "22:00-2:00")).hasStatus(303);
        assertThat(availability.current(mentor.id()).windows()).containsExactly(
                new WeeklyWindow(DayOfWeek.MONDAY, 540, 750), new WeeklyWindow(DayOfWeek.MONDAY, 840, 1095),
                new WeeklyWindow(DayOfWeek.TUESDAY, 1320, 1560));
        assertThat(mvc.get().uri("/mentor/availability").with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("09:00–12:30, 14:00–18:15", "22:00–02:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine to five", "9:00", "25:00-26:00", "9:07-10:00", "9-12, 11-13", "9-9:99",
            "<script>alert(1)</script>"})
    void saysWhichLineCannotBeReadAndKeepsIt(String line) {
        assertThat(save(line, "10-11")).hasStatus(422)
            .bodyText()
            .contains("hours0-error", "10-11")
            .doesNotContain("<script>alert");
        assertThat(save(line, "10-11").header("HX-Request", "true")).hasStatus(422)
            .bodyText()
            .contains("id=\"availability\"")
            .doesNotContain("<html");
        assertThat(availability.current(mentor.id()).version()).isEqualTo(1);
    }

    @Test
    void aSecondTabIsToldAndLosesNothing() {
        assertThat(save("9-12", "")).hasStatus(303);
        assertThat(save("10-11", "")).hasStatus(409).bodyText().contains("somewhere else in the meantime", "10-11");
        assertThat(availability.current(mentor.id()).windows())
            .containsExactly(new WeeklyWindow(DayOfWeek.MONDAY, 540, 720));
    }

    @Test
    void savingAWeekKeepsWhatIsKeptElsewhere() {
        var day = LocalDate.of(2027, 5, 1);
        var off = ExceptionEntry.of(new DatedException.Off(day, day), "May Day");
        var travel = Travel.of(day, day.plusDays(3), ZoneId.of("Asia/Tokyo"));
        var settings = new SessionSettings(0, 60, 60, null, 3, 9);
        var offer = market.offer(mentor, 0, Confirmation.INSTANT).id();
        var perOffer = Map.of(offer, new OfferSettings(45, null, null, null, null, 2));
        availability.change(mentor.id(),
                schedule -> schedule.withExceptions(List.of(off))
                    .withTravels(List.of(travel))
                    .withSettings(settings, perOffer));
        assertThat(save("9-12", "", 2)).hasStatus(303);
        var saved = availability.current(mentor.id());
        assertThat(saved.exceptions()).containsExactly(off);
        assertThat(saved.travels()).containsExactly(travel);
        assertThat(saved.perOffer()).isEqualTo(perOffer);
        assertThat(saved.settings()).isEqualTo(new SessionSettings(15, 60, 60, null, 3, 9));
    }

    @Test
    void whoIsNoMentorIsSentToBecomeOne() {
        assertThat(mvc.get().uri("/mentor/availability").with(cast.mentee().login())).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/mentor/availability").accept("text/html")).hasStatus3xxRedirection();
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

    private MockMvcRequestBuilder save(String monday, String tuesday) {
        return save(monday, tuesday, 1);
    }

    private MockMvcRequestBuilder save(String monday, String tuesday, int version) {
        return mvc.post()
            .uri("/mentor/availability")
            .with(formKey())
            .with(mentor.login())
            .param("hours[0]", monday)
            .param("hours[1]", tuesday)
            .param("bufferMinutes", "15")
            .param("noticeHours", "1")
            .param("horizonDays", "60")
            .param("startIntervalMinutes", "")
            .param("version", Integer.toString(version));
    }

    private String slug() {
        return mentors.byId(mentor.id()).orElseThrow().slug();
    }
}
