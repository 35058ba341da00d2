package com.mentormatch.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.SlotEngine.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/**
 * The nights on which calendars go wrong, each by name, on servers that believe they are in Kathmandu or in Apia. Slots
 * are written as the wall clock and its offset, so that 02:00+02:00 and 02:00+01:00 are told apart.
 */
@ParameterizedClass(name = "server in {0}")
@ValueSource(strings = {"Asia/Kathmandu", "Pacific/Apia"})
class NightsTests {

    private static final Session HOUR = new Session(4, 0, 60);
    private static final Session HALF = new Session(2, 0, 30);

    private final String serverZone;
    private TimeZone before;

    NightsTests(String serverZone) {
        this.serverZone = serverZone;
    }

    @BeforeEach
    void moveTheServer() {
        before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(serverZone));
    }

    @AfterEach
    void bringItBack() {
        TimeZone.setDefault(before);
    }

    @Test
    void berlinSkipsAnHourInMarch() {
        assertThat(slots("Europe/Berlin", "2027-03-28", 1, 4, HOUR)).containsExactly("01:00+01:00", "03:00+02:00");
    }

    @Test
    void berlinHasAnHourTwiceInOctober() {
        assertThat(slots("Europe/Berlin", "2027-10-31", 1, 4, HOUR)).containsExactly("01:00+02:00", "02:00+02:00",
                "02:00+01:00", "03:00+01:00");
    }

    @Test
    void newYorkSkipsAnHourInMarch() {
        assertThat(slots("America/New_York", "2027-03-14", 1, 4, HOUR)).containsExactly("01:00-05:00", "03:00-04:00");
    }

    @Test
    void newYorkHasAnHourTwiceInNovember() {
        assertThat(slots("America/New_York", "2027-11-07", 0, 3, HOUR)).containsExactly("00:00-04:00", "01:00-04:00",
                "01:00-05:00", "02:00-05:00");
    }

    @Test
    void lordHoweSkipsHalfAnHour() {
        assertThat(slots("Australia/Lord_Howe", "2027-10-03", 1, 4, HALF)).containsExactly("01:00+10:30", "01:30+10:30",
                "02:30+11:00", "03:00+11:00", "03:30+11:00");
    }

    @Test
    void lordHoweHasHalfAnHourTwice() {
        assertThat(slots("Australia/Lord_Howe", "2027-04-04", 1, 3, HALF)).containsExactly("01:00+11:00", "01:30+11:00",
                "01:30+10:30", "02:00+10:30", "02:30+10:30");
    }

    @Test
    void cairoHasNoMidnightInApril() {
        assertThat(slots("Africa/Cairo", "2027-04-30", 0, 3, HOUR)).containsExactly("01:00+03:00", "02:00+03:00");
    }

    @Test
    void cairoHasTheHourBeforeMidnightTwiceInOctober() {
        assertThat(slots("Africa/Cairo", "2027-10-28", 22, 24, HOUR)).containsExactly("22:00+03:00", "23:00+03:00",
                "23:00+02:00");
    }

    @Test
    void santiagoHasNoMidnightInSeptember() {
        assertThat(slots("America/Santiago", "2027-09-05", 0, 2, HALF)).containsExactly("01:00-03:00", "01:30-03:00");
    }

    @Test
    void santiagoRepeatsTheEndOfASaturdayInApril() {
        assertThat(slots("America/Santiago", "2027-04-03", 22, 24, HOUR)).containsExactly("22:00-03:00", "23:00-03:00",
                "23:00-04:00");
    }

    @Test
    void casablancaGoesBackForRamadanAndForwardAfterIt() {
        assertThat(slots("Africa/Casablanca", "2027-02-07", 1, 4, HOUR)).containsExactly("01:00+01:00", "02:00+01:00",
                "02:00Z", "03:00Z");
        assertThat(slots("Africa/Casablanca", "2027-02-20", 9, 10, HOUR)).containsExactly("09:00Z");
        assertThat(slots("Africa/Casablanca", "2027-03-14", 1, 4, HOUR)).containsExactly("01:00Z", "03:00+01:00");
    }

    @Test
    void apiaOnceLeftOutAWholeDay() {
        assertThat(slots("Pacific/Apia", "2011-12-30", 9, 12, HOUR)).isEmpty();
        assertThat(slots("Pacific/Apia", "2011-12-31", 9, 11, HOUR)).containsExactly("09:00+14:00", "10:00+14:00");
    }

    @Test
    void kathmanduIsThreeQuartersOfAnHourOff() {
        var slots = starts(schedule(List.of(window("2027-05-03", 9, 11))), "Asia/Kathmandu", "2027-05-03", HOUR);
        assertThat(slots).extracting(cell -> Cells.start(cell).toString())
            .containsExactly("2027-05-03T03:15:00Z", "2027-05-03T04:15:00Z");
    }

    @Test
    void mondayMorningOnKiritimatiIsSundayMorningInPagoPago() {
        var slots = starts(schedule(List.of(window("2027-05-03", 9, 11))), "Pacific/Kiritimati", "2027-05-03", HOUR);
        assertThat(slots).extracting(cell -> Cells.start(cell).atZone(ZoneId.of("Pacific/Pago_Pago")).toString())
            .containsExactly("2027-05-02T08:00-11:00[Pacific/Pago_Pago]", "2027-05-02T09:00-11:00[Pacific/Pago_Pago]");
    }

    @Test
    void aTripAcrossTheDateLineOffersTheSameMorningTwice() {
        var date = LocalDate.parse("2027-05-04");
        var schedule = schedule(List.of(window("2027-05-03", 9, 10), window("2027-05-04", 9, 10)))
            .withTravels(List.of(Travel.of(date, date, ZoneId.of("Pacific/Pago_Pago"))));
        var engine = new SlotEngine(ZoneId.of("Pacific/Kiritimati"), schedule);
        var from = Cells.floor(LocalDate.parse("2027-05-02").atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(Arrays.stream(engine.starts(HOUR, from, from + 4 * 96, new BitSet(), from, Limits.NONE))
            .mapToObj(cell -> Cells.start(cell).toString()))
            .containsExactly("2027-05-02T19:00:00Z", "2027-05-04T20:00:00Z");
        assertThat(engine.dateOf(Cells.floor(Instant.parse("2027-05-04T20:00:00Z")))).isEqualTo(date.toEpochDay());
    }

    @Test
    void aViewerInUtcPlus13SeesTheFridayEveningOfNewYorkOnSaturday() {
        var slots = starts(schedule(List.of(window("2027-05-07", 18, 19))), "America/New_York", "2027-05-07", HOUR);
        assertThat(slots).extracting(cell -> Cells.start(cell).atZone(ZoneId.of("Pacific/Tongatapu")).toString())
            .containsExactly("2027-05-08T11:00+13:00[Pacific/Tongatapu]");
    }

    @Test
    void theLeapDayIsADayLikeOthers() {
        assertThat(slots("Europe/Berlin", "2028-02-29", 9, 11, HOUR)).containsExactly("09:00+01:00", "10:00+01:00");
        var leap = LocalDate.parse("2028-02-29");
        var off = schedule(List.of(window("2028-02-29", 9, 11)))
            .withExceptions(List.of(ExceptionEntry.of(new Off(leap, leap), "")));
        assertThat(starts(off, "Europe/Berlin", "2028-02-29", HOUR)).isEmpty();
        assertThat(starts(off, "Europe/Berlin", "2028-03-07", HOUR)).hasSize(2);
    }

    @Test
    void aMonthEndsInTheMiddleOfAWindow() {
        assertThat(slots("Europe/Berlin", "2027-01-31", 22, 26, HOUR)).containsExactly("22:00+01:00", "23:00+01:00");
        var night = schedule(List.of(window("2027-01-31", 22, 26)));
        assertThat(starts(night, "Europe/Berlin", "2027-02-01", HOUR)).hasSize(2);
    }

    @Test
    void aDayOffTakesTheNightBeforeWithIt() {
        var monday = LocalDate.parse("2027-05-03");
        var night = schedule(List.of(window("2027-05-02", 22, 26), window("2027-05-03", 22, 26)))
            .withExceptions(List.of(ExceptionEntry.of(new Off(monday, monday), "")));
        assertThat(starts(night, "Europe/Berlin", "2027-05-02", HOUR)).as("Sunday until midnight").hasSize(2);
        assertThat(starts(night, "Europe/Berlin", "2027-05-03", HOUR)).isEmpty();
        assertThat(starts(night, "Europe/Berlin", "2027-05-04", HOUR)).as("what Monday night would have been")
            .isEmpty();
    }

    @Test
    void aBlockOverTheNightTheClocksChangeTakesBothPasses() {
        var saturday = LocalDate.parse("2027-10-30");
        var blocked = schedule(List.of(window("2027-10-31", 0, 6))).withExceptions(
                List.of(ExceptionEntry.of(new Block(saturday, 20 * 60, saturday.plusDays(1), 3 * 60), "concert")));
        assertThat(wall(starts(blocked, "Europe/Berlin", "2027-10-31", HOUR), "Europe/Berlin"))
            .containsExactly("03:00+01:00", "04:00+01:00", "05:00+01:00");
    }

    private static List<String> slots(String zone, String date, int startHour, int endHour, Session session) {
        return wall(starts(schedule(List.of(window(date, startHour, endHour))), zone, date, session), zone);
    }

    private static List<String> wall(List<Integer> starts, String zone) {
        return starts.stream()
            .map(cell -> Cells.start(cell).atZone(ZoneId.of(zone)).toOffsetDateTime())
            .map(at -> at.toLocalTime() + at.getOffset().toString())
            .toList();
    }

    private static Schedule schedule(List<WeeklyWindow> windows) {
        return new Schedule(windows, List.of(), List.of(), SessionSettings.DEFAULT, Map.of(), 0);
    }

    /** The slots of a local date. */
    private static List<Integer> starts(Schedule schedule, String zone, String date, Session session) {
        var there = ZoneId.of(zone);
        var day = LocalDate.parse(date);
        var from = Cells.floor(day.atStartOfDay(there).toInstant());
        var to = Cells.floor(day.plusDays(1).atStartOfDay(there).toInstant());
        return Arrays.stream(new SlotEngine(there, schedule).starts(session, from, to, new BitSet(), from, Limits.NONE))
            .boxed()
            .toList();
    }

    private static WeeklyWindow window(String date, int startHour, int endHour) {
        return new WeeklyWindow(LocalDate.parse(date).getDayOfWeek(), startHour * 60, endHour * 60);
    }
}
