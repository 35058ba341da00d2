package com.mentormatch.calendar.ical;

import com.mentormatch.shared.TimeSpan;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * One session as a calendar is to show it.
 *
 * @param uid      the same for all of a booking's life: by it a calendar finds the entry to move or to take away
 * @param sequence rises with every change; a calendar ignores what is lower than it knows
 * @param stamp    when this message was made
 */
public record CalendarEntry(String uid, int sequence, TimeSpan time, Instant stamp, String summary, String description,
        String location, URI url, Party organizer, List<Party> attendees) {

    public CalendarEntry stamped(Instant now) {
        return new CalendarEntry(uid, sequence, time, now, summary, description, location, url, organizer, attendees);
    }

    /** @param email an address without a name */
    public record Party(String name, String email) {}
}
