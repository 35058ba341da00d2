package com.mentormatch.availability.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.Slots;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.Queries;
import com.mentormatch.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The panel of times as visitors in many zones see it. */
@IntegrationTest
class TimesDoorTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern TILE = Pattern.compile("start=([0-9TZ:.-]+)\"[^>]*>([^<]+)</a>");

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Market market;
    @Autowired
    Cast cast;
    @Autowired
    Mentors mentors;
    @Autowired
    Slots slots;
    @Autowired
    EditAvailability availability;
    @Autowired
    TestClock clock;

    private Actor mentor;
    private OfferTerms offer;

    @BeforeEach
    void aMentorAroundTheClock() {
        mentor = market.mentor();
        offer = market.offer(mentor, OfferKind.ONE_ON_ONE, 30, 0, Confirmation.INSTANT);
    }

    @AfterEach
    void backToNormal() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2027-10-31, 50, 02:00 (UTC+2) 02:30 (UTC+2) 02:00 (UTC+1) 02:30 (UTC+1)",
            "Europe/Berlin, 2027-03-28, 46, 01:00 01:30 03:00 03:30",
            "Australia/Lord_Howe, 2027-04-04, 49, 01:00 01:30 (UTC+11) 01:30 (UTC+10:30) 02:00",
            "Australia/Lord_Howe, 2027-10-03, 47, 01:00 01:30 02:30 03:00", "Africa/Cairo, 2027-04-30, 46, 01:00 01:30",
            "America/New_York, 2027-11-07, 50, 01:30 (UTC-4) 01:00 (UTC-5)",
            "Asia/Kathmandu, 2027-10-31, 48, 00:15 00:45", "Pacific/Kiritimati, 2027-10-31, 48, 00:00 00:30",
            "Pacific/Pago_Pago, 2027-10-31, 48, 23:00 23:30", "Pacific/Apia, 2027-10-31, 48, 13:00 13:30",
            "Pacific/Tongatapu, 2027-10-31, 48, 13:00 13:30"})
    void aDayHasEveryTimeOfItOnce(ZoneId viewer, LocalDate day, int count, String inOrder) {
        clock.moveTo(day.minusDays(5).atStartOfDay(viewer).toInstant());
        var range = new TimeSpan(day.atStartOfDay(viewer).toInstant(),
                day.plusDays(1).atStartOfDay(viewer).toInstant());
        var free = slots.free(offer, slots.scheduleOf(mentor.id()), null, range, clock.instant());
        for (var view : List.of("", "&view=week")) {
            var tiles = tiles(get("/times?zone=" + viewer + "&day=" + day + view)).stream()
                .filter(tile -> LocalDate.ofInstant(tile.start, viewer).equals(day))
                .toList();
            assertThat(tiles).extracting(Tile::start).isEqualTo(free).hasSize(count);
            assertThat(tiles).extracting(Tile::label).doesNotHaveDuplicates();
            assertThat(String.join(" ", tiles.stream().map(Tile::label).toList())).contains(inOrder);
        }
    }

    @Test
    void theSameEveningIsAnotherDayAcrossTheDateLine() {
        var there = ZoneId.of("Pacific/Pago_Pago");
        var viewer = ZoneId.of("Pacific/Kiritimati");
        clock.moveTo(Instant.parse("2027-10-01T12:00:00Z"));
        var start = LocalDate.of(2027, 10, 12).atTime(18, 0).atZone(there).toInstant();
        assertThat(tiles(get("/times?zone=" + there + "&day=2027-10-12"))).contains(new Tile(start, "18:00"));
        assertThat(tiles(get("/times?zone=" + viewer + "&day=2027-10-13"))).contains(new Tile(start, "19:00"));
        assertThat(tiles(get("/times?zone=" + viewer + "&day=2027-10-12"))).extracting(Tile::start)
            .doesNotContain(start);
    }

    @Test
    void daysSayHowMuchIsFree() {
        var day = LocalDate.ofInstant(clock.instant(), BERLIN).plusDays(3);
        var page = get("/times?zone=Europe/Berlin&month=" + YearMonth.from(day));
        assertThat(page).contains("id=\"day-" + day + "\"", ", 48 times free\"");
        assertThat(page).containsPattern("data-said=\"[A-Z][a-z]+ 20\\d\\d: \\d+ days? with free times\"");
    }

    @Test
    void theNextFreeTimeLeadsToItsForm() {
        var first = free().getFirst();
        assertThat(get("?zone=Europe/Berlin")).contains("Next free:", "(your time)")
            .containsPattern("id=\"times-next\"[^>]*start=" + Pattern.quote(first.toString()));
        assertThat(get("")).contains("(in Berlin)", "Times in Berlin, where Milo Mentor is");
        assertThat(get("?zone=Asia/Tokyo&month=" + YearMonth.now(BERLIN).plusMonths(1))).contains("Next free:",
                "Times in Tokyo, your time zone");
    }

    @Test
    void anEmptyMonthLeadsToTheNextThatIsNot() {
        clock.moveTo(Instant.parse("2027-06-08T12:00:00Z"));
        onlyOn(DayOfWeek.MONDAY, new SessionSettings(0, 14 * 24 * 60, 60, null));
        assertThat(get("?zone=Europe/Berlin&month=2027-05")).contains("No free times in May.", "Next free:",
                "day=2027-06-28", "Mon 28 June");
        assertThat(get("?zone=Europe/Berlin")).contains("June 2027", "id=\"day-2027-06-28\"");
        assertThat(get("?zone=Europe/Berlin&view=week&day=2027-06-16")).contains("No free times this week.",
                "Next free:", "day=2027-06-28");
        assertThat(get("?zone=Europe/Berlin&month=2027-12")).contains("No free times in December.", "day=2027-06-28");
    }

    @Test
    void opensAtTheFirstMonthWithSomethingFree() {
        clock.moveTo(Instant.parse("2027-06-18T12:00:00Z"));
        onlyOn(DayOfWeek.SATURDAY, new SessionSettings(0, 14 * 24 * 60, 60, null));
        assertThat(get("?zone=Europe/Berlin")).contains("July 2027", "id=\"day-2027-07-03\"");
    }

    @Test
    void whoIsBookedOutSaysUntilWhen() {
        clock.moveTo(Instant.parse("2027-06-08T12:00:00Z"));
        availability.save(mentor.id(), new Schedule(List.of(), new SessionSettings(0, 60, 30, null), 1));
        assertThat(get("?zone=Europe/Berlin"))
            .contains("No free times in June.", "Milo Mentor is booked out until Thu 8 July")
            .doesNotContain("Next free");
    }

    @Test
    void linksKeepTheZoneOfTheAddressAndChangingItLeavesIt() {
        assertThat(get("?zone=Asia/Tokyo")).containsPattern("id=\"times-later\"[^>]*zone=Asia/Tokyo")
            .contains("/zone?back=/mentors/" + slug() + "?offer%3D")
            .doesNotContainPattern("id=\"times-change-zone\"[^>]*Tokyo");
        assertThat(get("")).doesNotContainPattern("id=\"times-later\"[^>]*zone=");
    }

    @Test
    void theZoneIsChangedInTheLine() {
        assertThat(mvc.get().uri("/zone?back=/mentors").header("HX-Request", "true")).hasStatusOk()
            .bodyText()
            .contains("action=\"/zone\"", "value=\"/mentors\"", "Asia/Tokyo")
            .doesNotContain("<html");
    }

    @Test
    void itsOwnerSeesTimesButNoWayToBookThem() throws UnsupportedEncodingException {
        var page = mvc.get().uri(URI.create("/mentors/" + slug())).with(mentor.login()).exchange();
        assertThat(page.getResponse().getContentAsString()).contains("class=\"time\"").doesNotContain("/bookings/new");
    }

    @Test
    void asksAsOftenForManyTimesAsForFew() {
        var full = statements("?zone=Europe/Berlin");
        onlyOn(DayOfWeek.MONDAY, new SessionSettings(0, 60, 60, null));
        for (var number = 0; number < 12; number++) {
            market.book(cast.mentee(), offer);
        }
        assertThat(statements("?zone=Europe/Berlin")).hasSizeLessThanOrEqualTo(full.size() + 1);
        assertThat(statements("?zone=Europe/Berlin&month=2020-01")).hasSizeLessThanOrEqualTo(full.size() + 2);
    }

    private List<String> statements(String query) {
        get(query);
        return Queries.of(() -> get(query));
    }

    private void onlyOn(DayOfWeek day, SessionSettings settings) {
        availability.save(mentor.id(), new Schedule(List.of(new WeeklyWindow(day, 540, 1020)), settings, 1));
    }

    private List<Instant> free() {
        var now = clock.instant();
        return slots.free(offer, slots.scheduleOf(mentor.id()), null, TimeSpan.of(now, Duration.ofDays(3)), now);
    }

    private record Tile(Instant start, String label) {}

    /** Times as they stand there; the line that names the next one is left out. */
    private static List<Tile> tiles(String page) {
        return TILE.matcher(page).results().map(tile -> new Tile(Instant.parse(tile.group(1)), tile.group(2))).toList();
    }

    private String get(String query) {
        try {
            var answer = mvc.get().uri(URI.create("/mentors/" + slug() + query)).exchange();
            assertThat(answer).hasStatusOk();
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String slug() {
        return mentors.byId(mentor.id()).orElseThrow().slug();
    }
}
