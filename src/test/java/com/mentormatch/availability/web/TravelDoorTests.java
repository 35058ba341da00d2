package com.mentormatch.availability.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.Travel;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class TravelDoorTests {

    private static final String TRAVEL = "/mentor/availability/travel";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Market market;

    @Autowired
    Cast cast;

    @Autowired
    EditAvailability availability;

    @Autowired
    TestClock clock;

    private Actor mentor;
    private LocalDate day;

    @BeforeEach
    void mentor() {
        mentor = market.mentor();
        day = LocalDate.ofInstant(clock.instant(), BERLIN).plusDays(40);
    }

    @Test
    void followsTheMentorAndSaysWhatNineIsAtHome() {
        // In January Berlin is an hour ahead of UTC, all over the world of this test.
        var monday = LocalDate.of(day.getYear() + 1, 1, 15).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        assertThat(add(monday.minusDays(2), monday.plusDays(3), "Asia/Tokyo")).hasStatus(303);
        assertThat(travels()).singleElement().satisfies(travel -> {
            assertThat(travel.first()).isEqualTo(monday.minusDays(2));
            assertThat(travel.zone()).isEqualTo(TOKYO);
        });
        assertThat(get(TRAVEL)).hasStatusOk()
            .bodyText()
            .contains("In Tokyo", "09:00 in Tokyo, is Mon " + monday.getDayOfMonth() + " January, 01:00 in Berlin.");
        assertThat(get("/mentor/availability/dates?year=" + monday.getYear())).bodyText().contains("in Tokyo");
    }

    @Test
    void aFormSentTwiceMakesOne() {
        var form = Map.of("first", day.toString(), "last", day.toString(), "zone", "Asia/Tokyo", "formToken",
                UUID.randomUUID().toString());
        assertThat(post(TRAVEL, form).exchange()).hasStatus(303);
        assertThat(post(TRAVEL, form).exchange()).hasStatus(303);
        assertThat(travels()).hasSize(1);
    }

    @Test
    void onePlaceAtATime() {
        assertThat(add(day, day.plusDays(5), "Asia/Tokyo")).hasStatus(303);
        assertThat(add(day.plusDays(5), day.plusDays(6), "America/New_York")).hasStatus(422)
            .bodyText()
            .contains("You are in Tokyo then: ", "America/New_York");
        assertThat(add(day.plusDays(6), day.plusDays(8), "America/New_York")).hasStatus(303);
        var second = travels().get(1).id();
        assertThat(post(TRAVEL + "/" + second, form(day.plusDays(3), day.plusDays(8), "America/New_York"))
            .header("HX-Request", "true")
            .exchange()).hasStatus(422).bodyText().contains("You are in Tokyo then: ").doesNotContain("<html");
        assertThat(post(TRAVEL + "/" + second, form(day.plusDays(7), day.plusDays(9), "America/Lima")).exchange())
            .hasStatus(303);
        assertThat(travels().get(1))
            .isEqualTo(new Travel(second, day.plusDays(7), day.plusDays(9), ZoneId.of("America/Lima")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EST", "WAT", "GMT+25", "", "<script>alert(1)</script>", "Europe/Berlin", "+09:00"})
    void refusesWhatIsNoOtherZone(String zone) {
        assertThat(add(day, day, zone)).hasStatus(422)
            .bodyText()
            .contains("zone-error")
            .doesNotContain("<script>alert");
        assertThat(travels()).isEmpty();
    }

    @Test
    void offersWhatWasMeantAndPuttingItInSavesNothing() {
        var meant = Map.of("JST", "Asia/Tokyo", "kiev", "Europe/Kyiv", "+5:45", "Asia/Kathmandu");
        meant.forEach((typed, zone) -> assertThat(add(day, day, typed)).hasStatus(422)
            .bodyText()
            .contains("zone-error", "name=\"pick\" value=\"" + zone + "\"", "value=\"" + typed + "\""));
        assertThat(post(TRAVEL, form(day, day, "JST")).param("pick", "Asia/Tokyo").exchange()).hasStatusOk()
            .bodyText()
            .contains("<html", "name=\"zone\" value=\"Asia/Tokyo\"", "value=\"" + day + "\"")
            .doesNotContain("zone-error");
        assertThat(travels()).isEmpty();
    }

    @Test
    void zonesAreFoundWithoutScripts() {
        assertThat(post(TRAVEL, form(day, day, "munich")).param("find", "zone").exchange()).hasStatusOk()
            .bodyText()
            .contains("<html", "Munich", "name=\"pick\" value=\"Europe/Berlin\"", "value=\"munich\"",
                    "value=\"" + day + "\"");
        assertThat(post(TRAVEL, form(day, day, "<b>")).param("find", "zone").header("HX-Request", "true").exchange())
            .hasStatusOk()
            .bodyText()
            .contains("id=\"travel-form\"", "No zone goes by that name")
            .doesNotContain("<html", "<b>");
        add(day, day, "Asia/Tokyo");
        var stay = TRAVEL + "/" + travels().getFirst().id();
        for (var button : List.of("find", "pick")) {
            assertThat(post(stay, form(day, day, "Seoul")).param(button, "Asia/Seoul").exchange()).hasStatusOk()
                .bodyText()
                .contains("action=\"" + stay + "\"", "value=\"Asia/Seoul\"");
            var stranger = mvc.post().uri(stay).with(formKey()).with(market.mentor().login());
            assertThat(stranger.param(button, "Asia/Seoul").exchange()).hasStatus(404);
        }
        assertThat(travels()).extracting(Travel::zone).containsExactly(TOKYO);
    }

    @Test
    void asksBeforeASessionFallsOutside() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var start = market.starts(offer).getFirst();
        var local = start.atZone(BERLIN);
        var minute = local.getHour() * 60;
        Market.reschedule(availability, mentor.id(),
                schedule -> schedule.withWeek(List.of(new WeeklyWindow(local.getDayOfWeek(), minute, minute + 60))));
        var booking = market.book(cast.mentee().viewer(), offer, start);
        var first = local.toLocalDate().minusDays(1);
        var form = form(first, first.plusDays(3), "Asia/Tokyo");
        assertThat(post(TRAVEL, form).header("HX-Request", "true").exchange()).hasStatus(409)
            .bodyText()
            .contains("id=\"travel-form\"", "Mara Mentee")
            .doesNotContain("<html");
        assertThat(travels()).isEmpty();
        assertThat(post(TRAVEL, form).param("seen", "/bookings/" + booking).exchange()).hasStatus(303);
        assertThat(travels()).hasSize(1);
    }

    @Test
    void isRemovedAndBroughtBack() {
        add(day, day.plusDays(2), "Asia/Tokyo");
        var removal = TRAVEL + "/" + travels().getFirst().id() + "/removal";
        var removed = post(removal, Map.of()).exchange();
        assertThat(removed).hasStatus(303);
        assertThat(travels()).isEmpty();
        assertThat(mvc.get().uri(TRAVEL).with(mentor.login()).cookie(removed.getResponse().getCookies()).exchange())
            .hasStatusOk()
            .bodyText()
            .contains("Removed: Tokyo, ", "Undo");
        var undo = (Map<?, ?>) removed.getMvcResult().getFlashMap().get("undo");
        var again = post(TRAVEL, Map.of());
        undo.forEach((name, value) -> again.param((String) name, (String) value));
        assertThat(again.exchange()).hasStatus(303);
        assertThat(travels()).singleElement().extracting(Travel::last).isEqualTo(day.plusDays(2));
        assertThat(post(removal, Map.of()).exchange()).as("the old one").hasStatus(404);
    }

    @Test
    void oneMoreThanThereCanBeIsToldInASentence() {
        Market.reschedule(availability, mentor.id(),
                schedule -> schedule.withTravels(IntStream.range(0, Schedule.MOST_TRAVELS)
                    .mapToObj(number -> Travel.of(day.plusDays(number), day.plusDays(number), TOKYO))
                    .toList()));
        assertThat(add(day.minusDays(3), day.minusDays(3), "Asia/Tokyo")).hasStatus(422)
            .bodyText()
            .contains("You have 40 stays already");
    }

    @Test
    void whoIsNoMentorIsSentToBecomeOne() {
        assertThat(mvc.get().uri(TRAVEL).with(cast.mentee().login())).hasStatus3xxRedirection();
        for (var button : List.of("save", "find", "pick")) {
            var request = mvc.post().uri(TRAVEL).with(formKey()).with(cast.mentee().login());
            assertThat(request.param(button, "Asia/Tokyo").exchange()).hasStatus3xxRedirection();
        }
    }

    private List<Travel> travels() {
        return availability.current(mentor.id()).travels();
    }

    private static Map<String, String> form(LocalDate first, LocalDate last, String zone) {
        return Map.of("first", first.toString(), "last", last.toString(), "zone", zone);
    }

    private MvcTestResult add(LocalDate first, LocalDate last, String zone) {
        return post(TRAVEL, form(first, last, zone)).exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(mentor.login()).exchange();
    }

    private MockMvcRequestBuilder post(String address, Map<String, String> form) {
        var request = mvc.post().uri(address).with(formKey()).with(mentor.login());
        form.forEach(request::param);
        return request;
    }
}
