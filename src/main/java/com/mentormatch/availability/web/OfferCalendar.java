package com.mentormatch.availability.web;

import com.mentormatch.availability.web.TimesPanel.Span;
import com.mentormatch.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The free times of one offer by the days of one zone, for one person, a month or a week at a time. */
final class OfferCalendar {

    /** Most are free within days; only who is not is looked for as far as can be booked. */
    private static final int GLANCE_DAYS = 14;

    private final Function<TimeSpan, List<Instant>> free;
    private final ZoneId zone;
    private final LocalDate today;
    private final LocalDate last;

    /** @param free the free starts of a range, in ascending order */
    OfferCalendar(Function<TimeSpan, List<Instant>> free, int horizonDays, ZoneId zone, Instant now) {
        this.free = free;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
        this.last = today.plusDays(horizonDays);
    }

    /**
     * A month or a week with what is free in it.
     *
     * @param first  the first day that belongs to it, {@code end} the first that no longer does
     * @param byDay  only days with free times
     * @param chosen whose times are shown; null where there is none
     * @param next   as in {@link TimesPanel}
     * @param last   the last day that can be booked
     */
    record View(Span span, LocalDate first, LocalDate end, Map<LocalDate, List<Instant>> byDay,
            @Nullable LocalDate chosen, @Nullable Instant next, ZoneId zone, LocalDate last) {

        List<Instant> on(LocalDate day) {
            return byDay.getOrDefault(day, List.of());
        }
    }

    /**
     * @param opening a day of the part wanted; where it is null, the first part with something free
     * @param chosen  the day whose times are wanted; where it is null, the first with something free
     */
    View view(Span span, @Nullable LocalDate opening, @Nullable LocalDate chosen) {
        var first = first(span, opening == null ? today : opening);
        var byDay = free(first, end(span, first));
        if (byDay.isEmpty() && opening == null) {
            var later = next(end(span, first), last);
            if (later.isPresent()) {
                first = first(span, LocalDate.ofInstant(later.get(), zone));
                byDay = free(first, end(span, first));
            }
        }
        var shown = chosen == null && !byDay.isEmpty() ? byDay.firstKey() : chosen;
        return new View(span, first, end(span, first), byDay, shown, next(first, end(span, first), byDay), zone, last);
    }

    private Instant next(LocalDate first, LocalDate end, TreeMap<LocalDate, List<Instant>> byDay) {
        if (byDay.isEmpty()) {
            return next(end, last).or(() -> next(today, first)).orElse(null);
        }
        return next(today, first).orElseGet(() -> byDay.firstEntry().getValue().getFirst());
    }

    /** The first free start from a day on, and before another. */
    private Optional<Instant> next(LocalDate from, LocalDate to) {
        var start = from.isBefore(today) ? today : from;
        var glance = start.plusDays(GLANCE_DAYS);
        return starts(start, glance.isBefore(to) ? glance : to).stream()
            .findFirst()
            .or(() -> starts(glance, to).stream().findFirst());
    }

    private TreeMap<LocalDate, List<Instant>> free(LocalDate from, LocalDate to) {
        return starts(from, to).stream()
            .collect(Collectors.groupingBy(start -> LocalDate.ofInstant(start, zone), TreeMap::new,
                    Collectors.toList()));
    }

    private List<Instant> starts(LocalDate from, LocalDate to) {
        if (!from.isBefore(to) || from.isAfter(last) || !to.isAfter(today)) {
            return List.of();
        }
        return free.apply(new TimeSpan(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant()));
    }

    private static LocalDate first(Span span, LocalDate date) {
        return switch (span) {
            case MONTH -> date.withDayOfMonth(1);
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        };
    }

    private static LocalDate end(Span span, LocalDate first) {
        return switch (span) {
            case MONTH -> first.plusMonths(1);
            case WEEK -> first.plusWeeks(1);
        };
    }
}
