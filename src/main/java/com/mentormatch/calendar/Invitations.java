package com.mentormatch.calendar;

import com.mentormatch.account.Person;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.calendar.ical.CalendarEntry;
import com.mentormatch.calendar.ical.CalendarEntry.Party;
import com.mentormatch.calendar.ical.Ical;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Site;
import com.mentormatch.shared.TimeWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts a booking into both people's calendars, moves it there, and takes it away.
 *
 * <p>A calendar knows the entry by its UID, which is the booking's id for all of its life, and believes the highest
 * SEQUENCE. The product is the organizer, so that a calendar's automatic answers go to nobody's inbox. The time is
 * written as UTC; the description says it in the zone it was agreed in and in both people's own. Where it takes place is
 * the page that leads to the room, never the room: calendars are shared.
 */
@Component
public class Invitations {

    private final CalendarSettings settings;
    private final Site site;
    private final TimeWords times;
    private final MessageSource messages;

    Invitations(CalendarSettings settings, Site site, TimeWords times, MessageSource messages) {
        this.settings = settings;
        this.site = site;
        this.times = times;
        this.messages = messages;
    }

    /** METHOD:REQUEST, for a booking that is confirmed or has moved. */
    public Invitation request(BookingDetails booking, Person mentor, Person mentee, int sequence, Instant now) {
        return new Invitation("REQUEST", Ical.request(entry(booking, mentor, mentee, sequence, now)));
    }

    /** METHOD:CANCEL, for a booking that no longer takes place. */
    public Invitation cancel(BookingDetails booking, Person mentor, Person mentee, int sequence, Instant now) {
        return new Invitation("CANCEL", Ical.cancel(entry(booking, mentor, mentee, sequence, now)));
    }

    CalendarEntry entry(BookingDetails booking, Person mentor, Person mentee, int sequence, Instant now) {
        var locale = mentee.locale();
        var page = site.at("/bookings/" + booking.id());
        var door = site.at("/bookings/" + booking.id() + "/join");
        var summary = text("calendar.summary", locale, PlainText.line(booking.offerTitle(), 120),
                PlainText.line(mentor.name(), 60), PlainText.line(mentee.name(), 60));
        var description = text("calendar.description", locale, PlainText.line(booking.offerTitle(), 120),
                times.length(booking.time().length(), locale), PlainText.line(booking.topic(), 120),
                clocks(booking, mentor, mentee, locale), page, door);
        return new CalendarEntry(booking.id() + "@mentormatch", sequence, booking.time(), now, summary, description,
                door.toString(), door, new Party(settings.name(), settings.organizer()),
                List.of(new Party(mentor.name(), mentor.email()), new Party(mentee.name(), mentee.email())));
    }

    /** The agreed zone first, then each person's own where it is another one. */
    private String clocks(BookingDetails booking, Person mentor, Person mentee, Locale locale) {
        var zones = new LinkedHashMap<ZoneId, String>();
        zones.put(booking.agreedZone(), times.where(booking.time(), booking.agreedZone(), locale));
        for (var person : List.of(mentor, mentee)) {
            zones.putIfAbsent(person.zone(), text("time.others", locale,
                    times.where(booking.time(), person.zone(), locale), PlainText.line(person.name(), 60)));
        }
        return zones.values().stream().collect(Collectors.joining("\n"));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
