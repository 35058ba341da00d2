package com.mentormatch.sandbox.world;

import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.ExtraHours;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.Hours;
import com.mentormatch.availability.Schedule;
import com.mentormatch.availability.SessionSettings;
import com.mentormatch.availability.Travel;
import com.mentormatch.availability.holiday.PublicHolidays;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is different on certain dates: everything for the first mentor, a little for two in three of the others. */
final class DatesWorld {

    private final PublicHolidays holidays;
    private final LocalDate today;

    DatesWorld(PublicHolidays holidays, LocalDate today) {
        this.holidays = holidays;
        this.today = today;
    }

    /** @param number of the mentor, from 0 */
    Schedule plan(Schedule week, ZoneId home, int number) {
        if (number == 0) {
            return limited(week, 3, 10).withExceptions(everything(home)).withTravels(travels(home));
        }
        return switch (number % 3) {
            case 0 -> week.withExceptions(holidays(home));
            case 1 ->
                limited(week, number % 2 == 0 ? 2 : null, 8).withExceptions(List.of(off(21, 34, "Summer somewhere")));
            default -> week;
        };
    }

    private List<ExceptionEntry> everything(ZoneId home) {
        var all = new ArrayList<>(holidays(home));
        all.add(off(45, 58, "Family holiday"));
        all.add(ExceptionEntry.of(
                new OtherHours(today.plusDays(24), today.plusDays(26), List.of(new Hours(1080, 1260))),
                "Conference, evenings only"));
        all.add(ExceptionEntry.of(new ExtraHours(today.plusDays(30), today.plusDays(30), List.of(new Hours(600, 840))),
                "Open morning"));
        all.add(ExceptionEntry.of(new Block(today.plusDays(17), 780, today.plusDays(18), 600), "Moving house"));
        all.add(ExceptionEntry.of(new ExtraHours(today.plusDays(50), today.plusDays(50), List.of(new Hours(540, 600))),
                "One hour, from the beach"));
        all.add(off(-20, -16, "Last retreat"));
        return all;
    }

    private List<ExceptionEntry> holidays(ZoneId home) {
        return holidays.countryOf(home)
            .map(country -> holidays.of(country, "", Year.of(today.getYear() + 1), Locale.ENGLISH))
            .orElse(List.of())
            .stream()
            .map(feast -> ExceptionEntry.of(new Off(feast.date(), feast.date()), feast.name()))
            .toList();
    }

    private List<Travel> travels(ZoneId home) {
        var there = ZoneId.of(home.getId().equals("Asia/Tokyo") ? "Europe/Lisbon" : "Asia/Tokyo");
        return List.of(Travel.of(today.plusDays(75), today.plusDays(89), there));
    }

    private ExceptionEntry off(int first, int last, String note) {
        return ExceptionEntry.of(new Off(today.plusDays(first), today.plusDays(last)), note);
    }

    private static Schedule limited(Schedule week, Integer mostADay, Integer mostAWeek) {
        var settings = week.settings();
        return week.withSettings(new SessionSettings(settings.bufferMinutes(), settings.noticeMinutes(),
                settings.horizonDays(), settings.startIntervalMinutes(), mostADay, mostAWeek), Map.of());
    }
}
