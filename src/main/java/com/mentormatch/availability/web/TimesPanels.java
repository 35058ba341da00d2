package com.mentormatch.availability.web;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.account.Viewer;
import com.mentormatch.availability.MentorSchedule;
import com.mentormatch.availability.Slots;
import com.mentormatch.availability.web.TimesPanel.Day;
import com.mentormatch.availability.web.TimesPanel.Link;
import com.mentormatch.availability.web.TimesPanel.OfferChoice;
import com.mentormatch.availability.web.TimesPanel.Span;
import com.mentormatch.availability.web.TimesPanel.Time;
import com.mentormatch.mentor.MentorProfile;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.mentor.ProfileSection;
import com.mentormatch.shared.TimeSpan;
import com.mentormatch.web.ViewerZone;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Fills the panel on a mentor's profile. What the address says wrongly (an offer that is gone, a month that is none)
 * is answered with the nearest sensible view, never with an error: these addresses are shared and grow old.
 */
@Component
class TimesPanels implements ProfileSection {

    private final Slots slots;

    TimesPanels(Slots slots) {
        this.slots = slots;
    }

    @Override
    public String template() {
        return "availability/_times";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public TimesPanel model(MentorProfile mentor, Viewer viewer, ViewerZone viewerZone, Map<String, String> params,
            Instant now) {
        var zone = viewerZone.or(mentor.zone());
        var offer = offer(mentor.offers(), params.get("offer"));
        var own = viewer instanceof SignedIn person && person.id().equals(mentor.id());
        var today = LocalDate.ofInstant(now, zone);
        var span = "week".equals(params.get("view")) ? Span.WEEK : Span.MONTH;
        if (offer.isEmpty()) {
            return new TimesPanel(mentor.summary(), List.of(), null, zone, viewerZone.known(), own, span,
                    YearMonth.from(today), List.of(), null, List.of(), null, null, null);
        }
        var person = viewer instanceof SignedIn signedIn ? signedIn.id() : null;
        var schedule = slots.scheduleOf(mentor.id());
        var choice = new Choice(mentor, offer.get(), zone, person, schedule, now);
        var asked = date(params.get("day"));
        var first = asked.or(() -> month(params.get("month"))).or(choice::firstFree).orElse(today);
        return choice.panel(span, first, asked.orElse(null), today, viewerZone.known(), own);
    }

    private static Optional<OfferTerms> offer(List<OfferTerms> offers, String wanted) {
        return offers.stream()
            .filter(offer -> offer.id().toString().equals(wanted))
            .findFirst()
            .or(() -> offers.stream().findFirst());
    }

    private static Optional<LocalDate> date(String text) {
        return parsed(text, LocalDate::parse);
    }

    private static Optional<LocalDate> month(String text) {
        return parsed(text, month -> YearMonth.parse(month).atDay(1));
    }

    private static Optional<LocalDate> parsed(String text, Function<String, LocalDate> parser) {
        try {
            return Optional.ofNullable(text).map(parser).filter(date -> date.getYear() > 2000 && date.getYear() < 2200);
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }

    /** One offer of one mentor, looked at in one zone by one person. */
    private final class Choice {

        private final MentorProfile mentor;
        private final OfferTerms offer;
        private final ZoneId zone;
        private final AccountId person;
        private final MentorSchedule schedule;
        private final Instant now;

        Choice(MentorProfile mentor, OfferTerms offer, ZoneId zone, AccountId person, MentorSchedule schedule,
                Instant now) {
            this.mentor = mentor;
            this.offer = offer;
            this.zone = zone;
            this.person = person;
            this.schedule = schedule;
            this.now = now;
        }

        /** Where the calendar opens: at the first month that has something to offer. */
        Optional<LocalDate> firstFree() {
            return free(LocalDate.ofInstant(now, zone), LocalDate.ofInstant(now, zone).plusDays(32)).stream()
                .findFirst()
                .map(start -> LocalDate.ofInstant(start, zone));
        }

        TimesPanel panel(Span span, LocalDate first, LocalDate asked, LocalDate today, boolean zoneKnown, boolean own) {
            var month = YearMonth.from(first);
            var from = span == Span.WEEK ? monday(first) : monday(month.atDay(1));
            var to = span == Span.WEEK ? from.plusDays(7) : monday(month.atEndOfMonth()).plusDays(7);
            var byDay = free(from, to).stream()
                .collect(Collectors.groupingBy(start -> LocalDate.ofInstant(start, zone)));
            var chosen = asked != null
                    ? asked
                    : byDay.keySet()
                        .stream()
                        .filter(day -> span == Span.WEEK || YearMonth.from(day).equals(month))
                        .min(LocalDate::compareTo)
                        .orElse(null);
            var weeks = new ArrayList<List<Day>>();
            for (var week = from; week.isBefore(to); week = week.plusDays(7)) {
                var days = new ArrayList<Day>(7);
                for (var date = week; date.isBefore(week.plusDays(7)); date = date.plusDays(1)) {
                    var times = times(byDay.getOrDefault(date, List.of()));
                    days.add(new Day(date, span == Span.WEEK || YearMonth.from(date).equals(month), times.size(),
                            date.equals(chosen), date.equals(today), link(span, date, null), times));
                }
                weeks.add(days);
            }
            var horizon = LocalDate.ofInstant(now, zone).plusDays(schedule.horizonDays(offer.id()) + 1L);
            var offers = mentor.offers()
                .stream()
                .map(each -> new OfferChoice(each, each.id().equals(offer.id()), link(each, span, null, null)))
                .toList();
            return new TimesPanel(mentor.summary(), offers, offer, zone, zoneKnown, own, span, month, weeks, chosen,
                    chosen == null ? List.of() : times(byDay.getOrDefault(chosen, List.of())),
                    from.isAfter(today) ? step(span, month, from, -1) : null,
                    to.isBefore(horizon) ? step(span, month, from, 1) : null,
                    link(span == Span.MONTH ? Span.WEEK : Span.MONTH, chosen == null ? first : chosen, null));
        }

        private Link step(Span span, YearMonth month, LocalDate from, int by) {
            return span == Span.WEEK ? link(span, from.plusWeeks(by), null) : link(span, null, month.plusMonths(by));
        }

        private List<Instant> free(LocalDate from, LocalDate to) {
            return slots.free(offer, schedule, person,
                    new TimeSpan(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant()), now);
        }

        private List<Time> times(List<Instant> starts) {
            return starts.stream()
                .map(start -> new Time(start, "/bookings/new?offer=" + offer.id() + "&start=" + start))
                .toList();
        }

        private Link link(Span span, LocalDate day, YearMonth month) {
            return link(offer, span, day, month);
        }

        private Link link(OfferTerms wanted, Span span, LocalDate day, YearMonth month) {
            var query = UriComponentsBuilder.newInstance().queryParam("offer", wanted.id());
            if (span == Span.WEEK) {
                query.queryParam("view", "week");
            }
            if (day != null) {
                query.queryParam("day", day);
            }
            if (month != null) {
                query.queryParam("month", month);
            }
            var text = query.build().toUriString();
            var profile = "/mentors/" + mentor.slug();
            return new Link(profile + text + "#times", profile + "/times" + text);
        }

        private static LocalDate monday(LocalDate date) {
            return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    }
}
