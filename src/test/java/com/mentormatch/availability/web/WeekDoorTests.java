package com.mentormatch.availability.web;

import static com.mentormatch.testing.FormKey.formKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.account.EditAccount;
import com.mentormatch.account.People;
import com.mentormatch.availability.DatedException;
import com.mentormatch.availability.EditAvailability;
import com.mentormatch.availability.EditWeek;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.OfferSettings;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.Travel;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.booking.BookingId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.testing.Actor;
import com.mentormatch.testing.Cast;
import com.mentormatch.testing.IntegrationTest;
import com.mentormatch.testing.Market;
import com.mentormatch.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class WeekDoorTests {

    private static final String PAGE = "/mentor/availability";
    private static final WeeklyWindow MONDAY_MORNING = new WeeklyWindow(DayOfWeek.MONDAY, 540, 720);

    @Autowired
    MockMvcTester mvc;
    @Autowired
    Market market;
    @Autowired
    Cast cast;
    @Autowired
    EditAvailability availability;
    @Autowired
    EditWeek weeks;
    @Autowired
    EditAccount accounts;
    @Autowired
    People people;
    @Autowired
    Mentors mentors;
    @Autowired
    TestClock clock;

    private Actor mentor;
    private final Map<String, String> form = new LinkedHashMap<>();

    @BeforeEach
    void opensThePage() {
        mentor = market.mentor();
        open();
    }

    @Test
    void savesAWeekTypedInSeveralWays() {
        noHours();
        form.putAll(Map.of("hours[0]", "9-12:30, 14.00–18:15", "hours[1]", "22:00-2:00"));
        assertThat(post()).hasStatus(303);
        assertThat(availability.current(mentor.id()).windows()).containsExactly(
                new WeeklyWindow(DayOfWeek.MONDAY, 540, 750), new WeeklyWindow(DayOfWeek.MONDAY, 840, 1095),
                new WeeklyWindow(DayOfWeek.TUESDAY, 1320, 1560));
        assertThat(mvc.get().uri(PAGE).with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("09:00–12:30, 14:00–18:15", "22:00–02:00");
    }

    @Test
    void htmxIsSentOnAfterSaving() {
        form.put("hours[0]", "9-12");
        assertThat(htmx()).hasStatus(204).hasHeader("HX-Redirect", PAGE);
        assertThat(windows()).startsWith(MONDAY_MORNING);
    }

    @Test
    void savingTwiceIsSavingOnce() {
        form.put("hours[0]", "9-12");
        assertThat(post()).hasStatus(303);
        assertThat(post()).as("the same form again").hasStatus(303);
        assertThat(availability.current(mentor.id()).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine to five", "9:07-10:00", "9-12, 11-13", "<script>alert(1)</script>"})
    void saysWhichLineCannotBeReadAndKeepsIt(String line) {
        form.putAll(Map.of("hours[0]", line, "hours[1]", "10-11"));
        assertThat(post()).hasStatus(422).bodyText().contains("hours0-error", "10-11").doesNotContain("<script>alert");
        assertThat(htmx()).hasStatus(422).bodyText().contains("id=\"availability\"").doesNotContain("<html");
        assertThat(availability.current(mentor.id()).version()).isEqualTo(1);
    }

    @Test
    void whatIsNoNumberIsSaidAtItsFieldAndKept() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT).id();
        form.putAll(Map.of("around.notice", "a day", "around.bufferMinutes", "7", "around.mostADay", "-1",
                "offers[" + offer + "].horizonDays", "soon"));
        assertThat(post()).hasStatus(422)
            .bodyText()
            .contains("around.notice-error", "value=\"a day\"", "around.bufferMinutes-error", "around.mostADay-error",
                    "offers[" + offer + "].horizonDays-error", "value=\"soon\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hours[99999999]", "hours[-1]", "hours[x]", "offers[none].notice", "offers[].notice",
            "offers[0195a8d0-0000-7000-8000-000000000000].notice", "around.class.name", "around[0]"})
    void inventedFieldsAreLeftAside(String field) {
        form.put(field, "9-10");
        assertThat(post().getResponse().getStatus()).isIn(303, 400, 422);
        assertThat(availability.current(mentor.id()).perOffer()).isEmpty();
        assertThat(windows()).hasSize(7);
    }

    @Test
    void keepsWhatIsKeptElsewhere() {
        var day = LocalDate.of(2027, 5, 1);
        var off = ExceptionEntry.of(new DatedException.Off(day, day), "May Day");
        var travel = Travel.of(day, day.plusDays(3), ZoneId.of("Asia/Tokyo"));
        Market.reschedule(availability, mentor.id(),
                schedule -> schedule.withExceptions(List.of(off)).withTravels(List.of(travel)));
        form.put("hours[0]", "9-12");
        assertThat(post()).as("a date added meanwhile is no reason to refuse").hasStatus(303);
        var saved = availability.current(mentor.id());
        assertThat(saved.exceptions()).containsExactly(off);
        assertThat(saved.travels()).containsExactly(travel);
        assertThat(saved.windows()).startsWith(MONDAY_MORNING);
    }

    @Test
    void savesSettingsAndWhereAnOfferDiffers() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT).id();
        var hidden = market.offer(mentor, 0, Confirmation.INSTANT).id();
        form.putAll(Map.of("around.bufferMinutes", "30", "around.notice", "2", "around.noticeUnit", "DAYS",
                "around.horizonDays", "90", "around.startIntervalMinutes", "75", "around.mostADay", "3",
                "around.mostAWeek", "9", "offers[" + offer + "].notice", "0", "offers[" + offer + "].mostADay", "1"));
        assertThat(post()).hasStatus(303);
        var saved = availability.current(mentor.id());
        assertThat(saved.settings()).isEqualTo(new SessionSettings(30, 2880, 90, 75, 3, 9));
        assertThat(saved.perOffer()).isEqualTo(Map.of(offer, new OfferSettings(null, 0, null, null, 1, null)))
            .doesNotContainKey(hidden);
        open();
        assertThat(post()).as("as it was shown").hasStatus(303);
        assertThat(availability.current(mentor.id())).isEqualTo(saved);
    }

    @Test
    void aSecondTabIsToldWhatDiffersAndMaySaveOverIt() {
        var second = new LinkedHashMap<>(form);
        form.put("hours[0]", "9-12");
        assertThat(post()).hasStatus(303);

        form.clear();
        form.putAll(second);
        form.putAll(Map.of("hours[0]", "10-11", "zone", "Asia/Tokyo", "around.notice", "5"));
        var told = post();
        assertThat(told).hasStatus(409)
            .bodyText()
            .contains("in the meantime", "value=\"10-11\"", "<td data-label=\"Here\">10:00–11:00</td>",
                    "<td data-label=\"Saved\">09:00–12:00</td>", ">Tokyo</td>", ">5 hours</td>", "Save mine over it");
        assertThat(htmx()).hasStatus(409).bodyText().doesNotContain("<html");
        assertThat(windows()).as("nothing is overwritten").startsWith(MONDAY_MORNING);

        form.put("over", value("over", told));
        assertThat(post()).hasStatus(303);
        assertThat(windows()).contains(new WeeklyWindow(DayOfWeek.MONDAY, 600, 660));
        assertThat(people.find(mentor.id()).orElseThrow().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        form.put("hours[0]", "7-8");
        assertThat(post()).as("over what is no longer there").hasStatus(409);
    }

    @Test
    void anotherZoneSavedMeanwhileCountsAsADifference() {
        accounts.move(mentor.id(), ZoneId.of("Asia/Tokyo"), clock.instant());
        form.put("hours[0]", "9-12");
        assertThat(post()).hasStatus(409).bodyText().contains(">Berlin</td>", ">Tokyo</td>");
    }

    @Test
    void anotherZoneIsTheAccountsAndTheProfiles() {
        form.put("zone", "Asia/Kathmandu");
        assertThat(post()).hasStatus(303);
        assertThat(people.find(mentor.id()).orElseThrow().zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        assertThat(mentors.byId(mentor.id()).orElseThrow().zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        assertThat(weeks.current(mentor.id()).zone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
    }

    @Test
    void theWrongKindOfZoneIsRefusedWithWhatWasProbablyMeant() {
        var meant = Map.of("WAT", "Africa/Lagos", "EST", "America/New_York", "GMT+25", "Asia/Karachi", "kiev",
                "Europe/Kyiv", "+5:45", "Asia/Kathmandu");
        meant.forEach((typed, zone) -> {
            form.put("zone", typed);
            assertThat(post()).hasStatus(422)
                .bodyText()
                .contains("zone-error", "name=\"pick\" value=\"" + zone + "\"", "value=\"" + typed + "\"");
        });
        form.put("pick", "Africa/Lagos");
        assertThat(post()).hasStatusOk().bodyText().contains("name=\"zone\" value=\"Africa/Lagos\"");
        assertThat(people.find(mentor.id()).orElseThrow().zone()).as("until saved")
            .isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void zonesAreFoundWhileTypingAndWithoutScripts() {
        form.putAll(Map.of("zone", "munich", "hours[0]", "half typed", "find", "zone"));
        assertThat(post()).hasStatusOk().bodyText().contains("Munich", "value=\"Europe/Berlin\"", "half typed");
        assertThat(mvc.get()
            .uri(PAGE + "/zones?zone={words}", "new york")
            .header("HX-Request", "true")
            .with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("id=\"zone-found\"", "America/New_York")
            .doesNotContain("<html", "<form");
        assertThat(mvc.get().uri(PAGE + "/zones?zone={words}", "<b>").with(mentor.login())).hasStatusOk()
            .bodyText()
            .contains("<html", "No zone goes by that name")
            .doesNotContain("<b>");
    }

    @Test
    void copiesADayAndSavesNothing() {
        form.putAll(Map.of("hours[0]", "9-12, later", "copy", "days", "copyFrom", "1", "copyTo", "3"));
        assertThat(post()).hasStatusOk()
            .bodyText()
            .containsPattern("name=\"hours\\[0]\" value=\"9-12, later\"")
            .containsPattern("name=\"hours\\[2]\" value=\"9-12, later\"")
            .containsPattern("name=\"hours\\[3]\" value=\"00:00–24:00\"");
        form.put("copy", "weekdays");
        assertThat(htmx()).hasStatusOk()
            .bodyText()
            .containsPattern("name=\"hours\\[4]\" value=\"9-12, later\"")
            .containsPattern("name=\"hours\\[5]\" value=\"00:00–24:00\"")
            .doesNotContain("<html");
        form.put("copyFrom", "8");
        assertThat(post()).hasStatus(400);
        assertThat(availability.current(mentor.id()).version()).isEqualTo(1);
    }

    @Test
    void previewsWithoutSaving() {
        market.offer(mentor, 0, Confirmation.INSTANT);
        noHours();
        form.putAll(Map.of("hours[0]", "9-12", "preview", "true"));
        assertThat(post()).hasStatusOk()
            .bodyText()
            .contains("What mentees would see", "12 times in the next four weeks");
        assertThat(htmx()).hasStatusOk().bodyText().contains("availability-preview").doesNotContain("<html");
        assertThat(windows()).hasSize(7);
        form.put("hours[0]", "soon");
        assertThat(post()).hasStatus(422).bodyText().doesNotContain("availability-preview");
    }

    @Test
    void asksOnceWhenASessionWouldLieOutside() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        var booking = market.book(cast.mentee(), offer);
        noHours();
        var asked = post();
        assertThat(asked).hasStatus(409)
            .bodyText()
            .contains("Nothing is saved yet", "One session would be outside your hours", "/bookings/" + booking);
        assertThat(windows()).hasSize(7);

        assertThat(htmx()).hasStatus(409).bodyText().contains("Nothing is saved yet").doesNotContain("<html");

        form.put("seen", "/bookings/another");
        assertThat(post()).as("told of something else").hasStatus(409);
        form.put("seen", value("seen", asked));
        assertThat(post()).hasStatus(303);
        assertThat(windows()).isEmpty();
        open();
        form.put("around.horizonDays", "30");
        assertThat(post()).as("it was outside before").hasStatus(303);
    }

    @Test
    void whoHasSeenThePreviewIsNotAskedAgain() {
        market.book(cast.mentee(), market.offer(mentor, 0, Confirmation.INSTANT));
        noHours();
        form.put("preview", "true");
        var shown = post();
        assertThat(shown).hasStatusOk().bodyText().doesNotContain("Nothing is saved yet");
        form.remove("preview");
        form.put("seen", value("seen", shown));
        assertThat(post()).hasStatus(303);
        assertThat(windows()).isEmpty();
    }

    @Test
    void overAnotherTabTheSessionsOutsideAreAskedAboutToo() {
        market.book(cast.mentee(), market.offer(mentor, 0, Confirmation.INSTANT));
        var second = new LinkedHashMap<>(form);
        form.put("around.horizonDays", "30");
        assertThat(post()).hasStatus(303);
        form.clear();
        form.putAll(second);
        noHours();
        form.put("over", value("over", post()));
        var asked = post();
        assertThat(asked).hasStatus(409).bodyText().contains("Nothing is saved yet");
        assertThat(value("over", asked)).as("still said").isEqualTo(form.get("over"));
        form.put("seen", value("seen", asked));
        assertThat(post()).hasStatus(303);
        assertThat(windows()).isEmpty();
    }

    @Test
    void aYesToOneSessionIsNoneToAnother() {
        var offer = market.offer(mentor, 0, Confirmation.INSTANT);
        market.book(cast.mentee(), offer);
        noHours();
        form.put("seen", value("seen", post()));
        BookingId another = market.book(cast.mentee(), offer);
        assertThat(post()).hasStatus(409).bodyText().contains("2 sessions would be outside", "/bookings/" + another);
    }

    @Test
    void whoIsNoMentorIsSentToBecomeOne() {
        mentor = cast.mentee();
        assertThat(mvc.get().uri(PAGE).with(mentor.login())).hasStatus3xxRedirection();
        for (var button : List.of("save", "preview", "copy", "pick", "find")) {
            var before = new LinkedHashMap<>(form);
            form.put(button, "days");
            assertThat(post()).hasStatus3xxRedirection();
            form.clear();
            form.putAll(before);
        }
        assertThat(people.find(mentor.id()).orElseThrow().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    /** Fills the form with what the page shows. */
    private void open() {
        var week = weeks.current(mentor.id());
        var shown = AvailabilityForm.of(week);
        form.clear();
        for (var day = 0; day < 7; day++) {
            form.put("hours[" + day + "]", shown.hours().get(day));
        }
        form.put("zone", shown.zone());
        fill("around", shown.around());
        shown.offers().forEach((offer, settings) -> fill("offers[" + offer + "]", settings));
        form.put("read", week.stamp());
    }

    private void noHours() {
        for (var day = 0; day < 7; day++) {
            form.put("hours[" + day + "]", "");
        }
    }

    private void fill(String path, SettingsForm settings) {
        form.put(path + ".bufferMinutes", settings.bufferMinutes());
        form.put(path + ".notice", settings.notice());
        form.put(path + ".noticeUnit", settings.noticeUnit());
        form.put(path + ".horizonDays", settings.horizonDays());
        form.put(path + ".startIntervalMinutes", settings.startIntervalMinutes());
        form.put(path + ".mostADay", settings.mostADay());
        form.put(path + ".mostAWeek", settings.mostAWeek());
    }

    private MvcTestResult post() {
        return post(false);
    }

    private MvcTestResult htmx() {
        return post(true);
    }

    private MvcTestResult post(boolean htmx) {
        var request = mvc.post().uri(PAGE).with(formKey()).with(mentor.login());
        if (htmx) {
            request.header("HX-Request", "true");
        }
        form.forEach(request::param);
        return request.exchange();
    }

    /** What the button of that name would send. */
    private static String value(String name, MvcTestResult page) {
        try {
            var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"")
                .matcher(page.getResponse().getContentAsString());
            assertThat(found.find()).as("a button " + name).isTrue();
            return found.group(1);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<WeeklyWindow> windows() {
        return availability.current(mentor.id()).windows();
    }
}
