package com.mentormatch.availability.web;

import com.mentormatch.mentor.MentorSummary;
import com.mentormatch.mentor.OfferTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The panel in which a time is chosen: an offer, a month or a week of days in the viewer's zone, the times of one day.
 * Every link in it says the whole choice, so it works as a page too.
 *
 * @param offer     the chosen one; null where the mentor publishes none
 * @param zone      in which days and times are shown
 * @param zoneKnown whether that is the viewer's own; else it is the mentor's
 * @param own       whether the viewer looks at their own calendar, where nothing can be booked
 * @param first     first day of the month or week shown
 * @param freeDays  how many of the days shown have free times
 * @param next      the first free time: of all, or where the part shown has none, after it; null where there is none
 * @param until     the last day that can be booked now
 * @param here      this very choice, in whatever zone the viewer has, to come back to
 * @param earlier   the part of the calendar before this one; null where nothing lies there
 */
public record TimesPanel(MentorSummary mentor, List<OfferChoice> offers, @Nullable OfferTerms offer, ZoneId zone,
        boolean zoneKnown, boolean own, Span span, LocalDate first, List<List<Day>> weeks, int freeDays,
        @Nullable LocalDate chosen, List<Time> times, @Nullable Next next, @Nullable LocalDate until,
        @Nullable Link here, @Nullable Link earlier, @Nullable Link later, @Nullable Link switchTo) {

    /** How much of the calendar is shown at once. */
    public enum Span {
        MONTH, WEEK
    }

    /**
     * Which page carries the panel.
     *
     * @param page   its path
     * @param region the path that answers with the panel alone, for htmx
     * @param choose where a chosen time leads; {@code offer} and {@code start} are added
     */
    public record Place(String page, String region, String choose) {}

    public record OfferChoice(OfferTerms offer, boolean chosen, Link link) {}

    /**
     * @param inside whether it belongs to the month or week shown
     * @param free   how many times are free
     * @param times  the free ones, where a week is shown
     */
    public record Day(LocalDate date, boolean inside, int free, boolean chosen, boolean today, Link link,
            List<Time> times) {}

    /** A start that can be booked, and the form to do it. */
    public record Time(Instant start, String href) {}

    /** @param day its day in this panel */
    public record Next(Time time, Link day) {}

    /** @param page the page with this choice, for everyone; {@code region} only this panel, for htmx */
    public record Link(String page, String region) {}

    static TimesPanel nothingOffered(MentorSummary mentor, ZoneId zone, boolean zoneKnown, boolean own,
            LocalDate today) {
        return new TimesPanel(mentor, List.of(), null, zone, zoneKnown, own, Span.MONTH, today, List.of(), 0, null,
                List.of(), null, null, null, null, null, null);
    }
}
