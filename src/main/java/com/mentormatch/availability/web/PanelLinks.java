package com.mentormatch.availability.web;

import com.mentormatch.availability.web.TimesPanel.Day;
import com.mentormatch.availability.web.TimesPanel.Link;
import com.mentormatch.availability.web.TimesPanel.Next;
import com.mentormatch.availability.web.TimesPanel.OfferChoice;
import com.mentormatch.availability.web.TimesPanel.Place;
import com.mentormatch.availability.web.TimesPanel.Span;
import com.mentormatch.availability.web.TimesPanel.Time;
import com.mentormatch.mentor.MentorSummary;
import com.mentormatch.mentor.OfferTerms;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays a view of the calendar out as weeks of days, each with the address that says the whole choice.
 *
 * @param asked the zone the address named, which links keep; null where it named none
 */
record PanelLinks(Place place, OfferTerms offer, @Nullable ZoneId asked) {

    TimesPanel panel(OfferCalendar.View view, MentorSummary mentor, List<OfferTerms> offers, boolean zoneKnown,
            boolean own, LocalDate today) {
        var span = view.span();
        var chosen = view.chosen();
        return new TimesPanel(mentor, offers.stream().map(each -> choice(each, span)).toList(), offer, view.zone(),
                zoneKnown, own, span, view.first(), weeks(view, today), view.byDay().size(), chosen,
                span == Span.MONTH && chosen != null ? times(view.on(chosen)) : List.of(), next(view), view.last(),
                new PanelLinks(place, offer, null).here(view),
                view.first().isAfter(today) ? part(span, before(view)) : null,
                view.end().isAfter(view.last()) ? null : part(span, view.end()), other(view));
    }

    private Link here(OfferCalendar.View view) {
        return view.chosen() == null ? part(view.span(), view.first()) : link(offer, view.span(), view.chosen(), null);
    }

    private Link other(OfferCalendar.View view) {
        var other = view.span() == Span.WEEK ? Span.MONTH : Span.WEEK;
        return view.chosen() == null || view.on(view.chosen()).isEmpty()
                ? part(other, view.first())
                : link(offer, other, view.chosen(), null);
    }

    private static LocalDate before(OfferCalendar.View view) {
        return view.span() == Span.WEEK ? view.first().minusWeeks(1) : view.first().minusMonths(1);
    }

    private List<List<Day>> weeks(OfferCalendar.View view, LocalDate today) {
        var weeks = new ArrayList<List<Day>>();
        var monday = view.first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; monday.isBefore(view.end()); monday = monday.plusWeeks(1)) {
            var days = new ArrayList<Day>(7);
            for (var number = 0; number < 7; number++) {
                days.add(day(view, monday.plusDays(number), today));
            }
            weeks.add(days);
        }
        return weeks;
    }

    private Day day(OfferCalendar.View view, LocalDate date, LocalDate today) {
        var inside = !date.isBefore(view.first()) && date.isBefore(view.end());
        var free = inside ? view.on(date) : List.<Instant>of();
        return new Day(date, inside, free.size(), date.equals(view.chosen()), date.equals(today),
                free.isEmpty() ? null : link(offer, view.span(), date, null),
                view.span() == Span.WEEK ? times(free) : List.of());
    }

    private Next next(OfferCalendar.View view) {
        return view.next() == null
                ? null
                : new Next(time(view.next()),
                        link(offer, view.span(), LocalDate.ofInstant(view.next(), view.zone()), null));
    }

    private List<Time> times(List<Instant> starts) {
        return starts.stream().map(this::time).toList();
    }

    private Time time(Instant start) {
        return new Time(start, place.choose() + "?offer=" + offer.id() + "&start=" + start);
    }

    private OfferChoice choice(OfferTerms each, Span span) {
        return new OfferChoice(each, each.id().equals(offer.id()), link(each, span, null, null));
    }

    private Link part(Span span, LocalDate first) {
        return span == Span.WEEK ? link(offer, span, first, null) : link(offer, span, null, YearMonth.from(first));
    }

    private Link link(OfferTerms wanted, Span span, @Nullable LocalDate day, @Nullable YearMonth month) {
        var query = new StringBuilder("?offer=").append(wanted.id());
        if (span == Span.WEEK) {
            query.append("&view=week");
        }
        if (day != null) {
            query.append("&day=").append(day);
        }
        if (month != null) {
            query.append("&month=").append(month);
        }
        if (asked != null) {
            query.append("&zone=").append(asked.getId());
        }
        return new Link(place.page() + query + "#times", place.region() + query);
    }
}
