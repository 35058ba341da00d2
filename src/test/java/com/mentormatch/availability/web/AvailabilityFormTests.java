package com.mentormatch.availability.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mentormatch.availability.OfferSettings;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.Week;
import com.mentormatch.availability.WeeklyWindow;
import com.mentormatch.mentor.OfferId;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;

class AvailabilityFormTests {

    private static final OfferId OFFER = OfferId.next();
    private static final OfferId HIDDEN = OfferId.next();
    private static final Week KEPT = new Week(List.of(), ZoneId.of("Europe/Berlin"), SessionSettings.DEFAULT,
            Map.of(HIDDEN, new OfferSettings(15, null, null, null, null, null)));
    private static final SettingsForm USUAL = SettingsForm.of(SessionSettings.DEFAULT);

    private BeanPropertyBindingResult errors;

    @Test
    void readsManyWindowsUntilMidnightAndAcrossIt() {
        var week = read("9-12:30; 14.00 – 18:15,22:00 to 24:00", "", "", "", "", "", "23:00-1:30");
        assertThat(errors.getAllErrors()).isEmpty();
        assertThat(week.windows()).containsExactly(new WeeklyWindow(DayOfWeek.MONDAY, 540, 750),
                new WeeklyWindow(DayOfWeek.MONDAY, 840, 1095), new WeeklyWindow(DayOfWeek.MONDAY, 1320, 1440),
                new WeeklyWindow(DayOfWeek.SUNDAY, 1380, 1530));
        assertThat(AvailabilityForm.of(week).hours()).containsExactly("09:00–12:30, 14:00–18:15, 22:00–24:00", "", "",
                "", "", "", "23:00–01:30");
    }

    @Test
    void aWholeDayIsTwentyFourHours() {
        assertThat(read("0-24", "9-9").windows()).containsExactly(new WeeklyWindow(DayOfWeek.MONDAY, 0, 1440),
                new WeeklyWindow(DayOfWeek.TUESDAY, 540, 1980));
        assertThat(AvailabilityForm.of(read("0-24", "9-9")).hours()).startsWith("00:00–24:00", "09:00–09:00");
    }

    @Test
    void aNightMayNotReachIntoTheNextMorningsHours() {
        assertThat(read("22-2", "1-3")).isNull();
        assertThat(errors.getFieldErrors()).extracting(FieldError::getField, FieldError::getCode)
            .containsExactly(tuple("hours[1]", "availability.hours.overlap"));
        assertThat(read("0-1", "", "", "", "", "", "23-0:15")).as("over the end of the week").isNull();
        assertThat(read("22-2", "2-3")).as("they may touch").isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine to five", "9:00", "25-26", "9-9:99", "9:7-10", "24-2", "-1-5", "9--10",
            "99999999999-1", "９-１０", "9-10-11", "<script>alert(1)</script>", "9\u00a0-\u00a010;DROP TABLE",
            "\u202e9-10", "１", "٩-١٠"})
    void whatIsNoStretchOfTimeIsSaidAtItsLine(String line) {
        assertThat(read("", "", line)).isNull();
        assertThat(errors.getFieldErrors("hours[2]")).isNotEmpty();
    }

    @Test
    void whatIsTypedStays() {
        assertThat(form("nonsense", "  9-10  ").hours()).startsWith("nonsense", "  9-10  ").hasSize(7);
        assertThat(new AvailabilityForm(null, null, null, null, null).hours()).hasSize(7).containsOnly("");
    }

    @ParameterizedTest
    @CsvSource({"HOURS, 12, 720", "DAYS, 14, 20160", "MINUTES, 90, 90", "HOURS, 0, 0", ", 3, 180", "weeks, 3, 180"})
    void noticeHasAUnit(String unit, String notice, int minutes) {
        var week = around(new SettingsForm("0", notice, unit, "60", "", "", ""));
        assertThat(week.settings().noticeMinutes()).isEqualTo(minutes);
        var again = SettingsForm.of(week.settings());
        assertThat(again.read("around", new BeanPropertyBindingResult(again, "form")).noticeMinutes())
            .as("as it is shown again")
            .isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"bufferMinutes, 7, 1, HOURS, 60, '', '', ''", "bufferMinutes, '', 1, HOURS, 60, '', '', ''",
            "notice, 0, 15, DAYS, 60, '', '', ''", "notice, 0, one, HOURS, 60, '', '', ''",
            "notice, 0, '', HOURS, 60, '', '', ''", "notice, 0, -1, HOURS, 60, '', '', ''",
            "notice, 0, 9999999999, HOURS, 60, '', '', ''", "horizonDays, 0, 1, HOURS, 0, '', '', ''",
            "horizonDays, 0, 1, HOURS, 181, '', '', ''", "horizonDays, 0, 1, HOURS, 6e1, '', '', ''",
            "startIntervalMinutes, 0, 1, HOURS, 60, 20, '', ''", "startIntervalMinutes, 0, 1, HOURS, 60, 195, '', ''",
            "mostADay, 0, 1, HOURS, 60, '', 0, ''", "mostADay, 0, 1, HOURS, 60, '', many, ''",
            "mostAWeek, 0, 1, HOURS, 60, '', '', 673", "mostAWeek, 0, 1, HOURS, 60, '', '', 1.5"})
    void whatIsNoSuchNumberIsSaidAtItsField(String field, String buffer, String notice, String unit, String horizon,
            String interval, String day, String week) {
        assertThat(around(new SettingsForm(buffer, notice, unit, horizon, interval, day, week))).isNull();
        assertThat(errors.getFieldErrors()).extracting(FieldError::getField).containsOnly("around." + field);
    }

    @Test
    void anOfferSaysOnlyWhereItDiffers() {
        var own = new SettingsForm("", "2", "DAYS", "", "", "1", "");
        var week = with(Map.of(OFFER.toString(), own));
        assertThat(week.perOffer()).containsOnly(Map.entry(OFFER, new OfferSettings(null, 2880, null, null, 1, null)),
                Map.entry(HIDDEN, KEPT.perOffer().get(HIDDEN)));
        assertThat(with(Map.of(HIDDEN.toString(), SettingsForm.BLANK)).perOffer()).as("as everywhere").isEmpty();
        assertThat(with(Map.of(OFFER.toString(), new SettingsForm("x", "", "", "", "", "", "")))).isNull();
        assertThat(errors.getFieldErrors()).extracting(FieldError::getField)
            .containsExactly("offers[" + OFFER + "].bufferMinutes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WAT", "EST", "GMT+25", "munich", "Europe/Nowhere", "+02:00", "<b>"})
    void onlyAZoneByItsNameIsOne(String zone) {
        assertThat(read(form("9-10").in(zone))).isNull();
        assertThat(errors.getFieldErrors("zone")).hasSize(1);
    }

    @Test
    void copiesALineToOtherDays() {
        assertThat(form("9-10, typed", "x").copied(0, List.of(0, 1, 6)).hours()).containsExactly("9-10, typed",
                "9-10, typed", "", "", "", "", "9-10, typed");
    }

    private Week read(String... lines) {
        return read(form(lines));
    }

    private Week around(SettingsForm around) {
        return read(new AvailabilityForm(List.of(), "Europe/Berlin", around, Map.of(), null));
    }

    private Week with(Map<String, SettingsForm> offers) {
        return read(new AvailabilityForm(List.of(), "Europe/Berlin", USUAL, offers, null));
    }

    private Week read(AvailabilityForm form) {
        errors = new BeanPropertyBindingResult(form, "availabilityForm");
        return form.week(KEPT, errors, Locale.ENGLISH);
    }

    private static AvailabilityForm form(String... lines) {
        return new AvailabilityForm(List.of(lines), "Europe/Berlin", USUAL, Map.of(), null);
    }
}
