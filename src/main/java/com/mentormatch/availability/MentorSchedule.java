package com.mentormatch.availability;

import com.mentormatch.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A mentor's schedule in the zone its wall-clock hours are meant in. */
public record MentorSchedule(Schedule schedule, ZoneId zone) {

    /** The mentor of a request has at least an hour to answer it, up to two hours before the start. */
    static final Duration REQUEST_NOTICE = Duration.ofHours(3);

    public int bufferMinutes() {
        return schedule.settings().bufferMinutes();
    }

    /** The starts that may be offered as far as notice and horizon go: from the first instant to before the last. */
    TimeSpan bookable(boolean onRequest, Instant now) {
        var settings = schedule.settings();
        var notice = Duration.ofMinutes(settings.noticeMinutes());
        if (onRequest && notice.compareTo(REQUEST_NOTICE) < 0) {
            notice = REQUEST_NOTICE;
        }
        var latest = now.plus(Duration.ofDays(settings.horizonDays()));
        var earliest = now.plus(notice);
        return new TimeSpan(earliest, latest.isAfter(earliest) ? latest : earliest.plusNanos(1000));
    }
}
