package com.mentormatch.calendar.ical;

import com.mentormatch.shared.PlainText;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes iTIP messages (RFC 5546) as iCalendar (RFC 5545).
 *
 * <p>Times are UTC: a TZID without its VTIMEZONE is read as floating time by some calendars. Lines are folded here, by
 * octets and never inside a character; ical4j counts characters. Both people have already said yes to the time on our
 * pages, so both are ACCEPTED and nobody's calendar asks them again.
 */
public final class Ical {

    private static final int LINE = 75;

    private Ical() {}

    /** An entry to show, or to move to where it says now. */
    public static byte[] request(CalendarEntry entry) {
        return write(entry, ImmutableMethod.REQUEST);
    }

    /** An entry to take away. */
    public static byte[] cancel(CalendarEntry entry) {
        return write(entry, ImmutableMethod.CANCEL);
    }

    /**
     * A calendar to subscribe to: no message to anybody, so it names nobody to invite. Its name and how often to
     * look are said as programs read it; what RFC 7986 has for that few of them do.
     */
    public static byte[] feed(String name, List<CalendarEntry> entries) {
        var calendar = calendar();
        calendar.add(new XProperty("X-WR-CALNAME", PlainText.line(name, 120)));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        entries.forEach(entry -> calendar.add(event(entry, false)));
        return fold(calendar.toString());
    }

    private static byte[] write(CalendarEntry entry, Method method) {
        var event = event(entry, method == ImmutableMethod.CANCEL);
        invite(event, entry);
        var calendar = calendar();
        calendar.add(method);
        calendar.add(event);
        return fold(calendar.toString());
    }

    private static Calendar calendar() {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//MentorMatch//Bookings//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        return calendar;
    }

    private static VEvent event(CalendarEntry entry, boolean cancelled) {
        var event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(seconds(entry.stamp())));
        event.add(new DtStart<>(seconds(entry.time().start())));
        event.add(new DtEnd<>(seconds(entry.time().end())));
        event.add(new Sequence(entry.sequence()));
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(cancelled ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        event.add(new Summary(PlainText.line(entry.summary(), 250)));
        event.add(new Description(PlainText.block(entry.description(), 4000)));
        event.add(new Location(PlainText.line(entry.location(), 500)));
        event.add(new Url(entry.url()));
        return event;
    }

    private static void invite(VEvent event, CalendarEntry entry) {
        var organizer = new Organizer(address(entry.organizer()));
        organizer.add(name(entry.organizer()));
        event.add(organizer);
        for (var party : entry.attendees()) {
            var attendee = new Attendee(address(party));
            attendee.add(name(party));
            attendee.add(CuType.INDIVIDUAL);
            attendee.add(Role.REQ_PARTICIPANT);
            attendee.add(PartStat.ACCEPTED);
            attendee.add(Rsvp.FALSE);
            event.add(attendee);
        }
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A parameter cannot hold a double quote in any escaped form every calendar reads. */
    private static Parameter name(CalendarEntry.Party party) {
        return new Cn(PlainText.line(party.name(), 120).replace('"', '\''));
    }

    private static URI address(CalendarEntry.Party party) {
        try {
            return new URI("mailto", party.email(), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** RFC 5545, 3.1: no line is longer than 75 octets without its line break; what goes on starts with a space. */
    static byte[] fold(String unfolded) {
        var folded = new ByteArrayOutputStream(unfolded.length() + unfolded.length() / 32);
        unfolded.lines().filter(line -> !line.isEmpty()).forEach(line -> {
            var length = 0;
            for (var i = 0; i < line.length();) {
                var next = line.offsetByCodePoints(i, 1);
                var octets = line.substring(i, next).getBytes(StandardCharsets.UTF_8);
                if (length + octets.length > LINE) {
                    folded.writeBytes(new byte[]{'\r', '\n', ' '});
                    length = 1;
                }
                folded.writeBytes(octets);
                length += octets.length;
                i = next;
            }
            folded.writeBytes(new byte[]{'\r', '\n'});
        });
        return folded.toByteArray();
    }
}
