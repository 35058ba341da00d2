package com.mentormatch.availability;

import com.mentormatch.mentor.OfferId;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;

/** A mentor's schedule in the zone its wall-clock hours are meant in. */
public record MentorSchedule(Schedule schedule, ZoneId zone) {

    /** The mentor of a request has at least an hour to answer it, up to two hours before the start. */
    static final Duration REQUEST_NOTICE = Duration.ofHours(3);

    public int bufferMinutes(OfferId offer) {
        return schedule.settingsOf(offer).bufferMinutes();
    }

    /** The same with another buffer after sessions of that offer. */
    MentorSchedule keeping(OfferId offer, int bufferMinutes) {
        var differences = new HashMap<>(schedule.perOffer());
        differences.put(offer, schedule.differencesOf(offer).withBuffer(bufferMinutes));
        return new MentorSchedule(schedule.withSettings(schedule.settings(), differences), zone);
    }

    /** How far ahead the offer can be booked, in days from now. */
    public int horizonDays(OfferId offer) {
        return schedule.settingsOf(offer).horizonDays();
    }

    /** Whether limits a day or a week have a say, so that two who book at once must take turns. */
    public boolean limited(OfferId offer) {
        return schedule.limited(offer);
    }

    /** The starts that may be offered as far as notice and horizon go: from the first instant to before the last. */
    TimeSpan bookable(OfferTerms offer, Instant now) {
        var settings = schedule.settingsOf(offer.id());
        var notice = Duration.ofMinutes(settings.noticeMinutes());
        if (!offer.instant() && notice.compareTo(REQUEST_NOTICE) < 0) {
            notice = REQUEST_NOTICE;
        }
        var latest = now.plus(Duration.ofDays(settings.horizonDays()));
        var earliest = now.plus(notice);
        return new TimeSpan(earliest, latest.isAfter(earliest) ? latest : earliest.plusNanos(1000));
    }

    SlotEngine engine() {
        return new SlotEngine(zone, schedule);
    }
}
