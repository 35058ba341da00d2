package com.mentormatch.availability.web;

import com.mentormatch.availability.DatedException;
import com.mentormatch.availability.DatedException.Block;
import com.mentormatch.availability.DatedException.ExtraHours;
import com.mentormatch.availability.DatedException.Off;
import com.mentormatch.availability.DatedException.OtherHours;
import com.mentormatch.availability.DayPlan;
import com.mentormatch.availability.ExceptionEntry;
import com.mentormatch.availability.Schedule;
import com.mentormatch.shared.TimeWords;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

@Component
class DatesPages {

    private static final String TEXT = "availability.dates.";

    private final MessageSource messages;
    private final TimeWords words;
    private final DateWords dates;

    DatesPages(MessageSource messages, TimeWords words, DateWords dates) {
        this.messages = messages;
        this.words = words;
        this.dates = dates;
    }

    /** @param year out of reach it is the nearest that is in reach */
    DatesPage page(Schedule schedule, ZoneId zone, LocalDate today, int year, Locale locale) {
        var first = schedule.exceptions()
            .stream()
            .map(entry -> entry.exception().first().getYear())
            .min(Comparator.naturalOrder())
            .map(earliest -> Math.min(earliest, today.getYear()))
            .orElse(today.getYear());
        var latest = today.getYear() + DateFields.YEARS;
        var shown = Math.clamp(year, first, latest);
        var entries = schedule.exceptions();
        var ahead = entries.stream()
            .filter(entry -> !entry.exception().last().isBefore(today))
            .map(entry -> row(entry, entries, locale))
            .toList();
        var past = entries.stream()
            .filter(entry -> entry.exception().last().isBefore(today))
            .sorted(Comparator.comparing((ExceptionEntry entry) -> entry.exception().last()).reversed())
            .map(entry -> row(entry, List.of(), locale))
            .toList();
        var weekdays = Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.FULL, words.language(locale)))
            .toList();
        return new DatesPage(zone, today, shown, shown > first ? shown - 1 : null, shown < latest ? shown + 1 : null,
                weekdays, months(schedule, shown, today, locale), ahead, past);
    }

    DatesPage.Row row(ExceptionEntry entry, List<ExceptionEntry> among, Locale locale) {
        var exception = entry.exception();
        return new DatesPage.Row(entry.id(), kind(exception), exception.first(), exception.last(),
                dates.dates(exception.first(), exception.last(), locale), hours(exception, locale), entry.note(),
                meets(entry, among, locale));
    }

    private List<DatesPage.Month> months(Schedule schedule, int year, LocalDate today, Locale locale) {
        var plans = DayPlan.of(schedule, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        var months = new ArrayList<DatesPage.Month>();
        for (var month = YearMonth.of(year, 1); month.getYear() == year; month = month.plusMonths(1)) {
            var weeks = new ArrayList<List<DatesPage.Day>>();
            var week = new ArrayList<DatesPage.Day>();
            for (var i = 1; i < month.atDay(1).getDayOfWeek().getValue(); i++) {
                week.add(null);
            }
            for (var day = 1; day <= month.lengthOfMonth(); day++) {
                var plan = plans.get(month.atDay(day).getDayOfYear() - 1);
                week.add(new DatesPage.Day(plan, plan.date().isBefore(today), label(plan, locale)));
                if (week.size() == 7) {
                    weeks.add(week);
                    week = new ArrayList<>();
                }
            }
            while (!week.isEmpty() && week.size() < 7) {
                week.add(null);
            }
            if (!week.isEmpty()) {
                weeks.add(week);
            }
            months.add(new DatesPage.Month(dates.month(month, locale), month.atEndOfMonth().isBefore(today), weeks));
        }
        return months;
    }

    private String label(DayPlan plan, Locale locale) {
        var parts = Stream.of(Optional.of(text("day." + plan.kind(), locale)),
                Optional.of("day.EXTRA_HOURS").filter(_ -> plan.extra()).map(key -> text(key, locale)),
                Optional.of("day.BLOCK").filter(_ -> plan.blocked()).map(key -> text(key, locale)),
                Optional.ofNullable(plan.travel()).map(travel -> text("day.TRAVEL", locale, words.city(travel.zone()))),
                plan.exceptions()
                    .stream()
                    .map(ExceptionEntry::note)
                    .filter(note -> !note.isEmpty())
                    .distinct()
                    .reduce((a, b) -> a + ", " + b))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
        return text("day", locale, dates.date(plan.date(), locale), parts);
    }

    private String hours(DatedException exception, Locale locale) {
        return switch (exception) {
            case Off _ -> "";
            case OtherHours other -> HoursText.write(other.hours());
            case ExtraHours extra -> HoursText.write(extra.hours());
            case Block block -> {
                var from = HoursText.clock(block.fromMinute());
                var to = HoursText.clock(block.toMinute());
                yield block.first().equals(block.last())
                        ? from + "–" + to
                        : text("block.span", locale, dates.date(block.first(), locale), from,
                                dates.date(block.last(), locale), to);
            }
        };
    }

    /** What the others make of one, as {@link DatedException} says they apply. */
    private List<String> meets(ExceptionEntry entry, List<ExceptionEntry> among, Locale locale) {
        var mine = entry.exception();
        return among.stream()
            .filter(other -> !other.id().equals(entry.id()))
            .map(ExceptionEntry::exception)
            .filter(other -> !other.first().isAfter(mine.last()) && !mine.first().isAfter(other.last()))
            .map(other -> text("meets." + kind(mine) + "." + kind(other), locale,
                    dates.dates(later(mine.first(), other.first()), earlier(mine.last(), other.last()), locale)))
            .distinct()
            .toList();
    }

    static String kind(DatedException exception) {
        return switch (exception) {
            case Off _ -> "OFF";
            case OtherHours _ -> "OTHER_HOURS";
            case ExtraHours _ -> "EXTRA_HOURS";
            case Block _ -> "BLOCK";
        };
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(TEXT + key, arguments, locale);
    }
}
