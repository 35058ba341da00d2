package com.mentormatch.availability.web;

import com.mentormatch.mentor.MentorSummary;
import com.mentormatch.mentor.OfferTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * The panel in which a time is chosen: an offer, a month or a week of days in the viewer's zone, the times of one day.
 * Every link in it says the whole choice, so it works as a page too.
 *
 * @param offer    the chosen one; null where the mentor publishes none
 * @param zone     in which days and times are shown
 * @param own      whether the viewer looks at their own calendar, where nothing can be booked
 * @param earlier  the part of the calendar before this one; null where nothing lies there
 */
public record TimesPanel(MentorSummary mentor, List<OfferChoice> offers, OfferTerms offer, ZoneId zone,
        boolean zoneKnown, boolean own, Span span, YearMonth month, List<List<Day>> weeks, LocalDate chosen,
        List<Time> times, Link earlier, Link later, Link switchTo) {

    /** How much of the calendar is shown at once. */
    public enum Span {
        MONTH, WEEK
    }

    public record OfferChoice(OfferTerms offer, boolean chosen, Link link) {}

    /**
     * @param inside whether it belongs to the month or week shown
     * @param free   how many times are free
     */
    public record Day(LocalDate date, boolean inside, int free, boolean chosen, boolean today, Link link,
            List<Time> times) {}

    /** A start that can be booked, and the form to do it. */
    public record Time(Instant start, String href) {}

    /** @param page the profile with this choice, for everyone; {@code region} only this panel, for htmx */
    public record Link(String page, String region) {}
}
