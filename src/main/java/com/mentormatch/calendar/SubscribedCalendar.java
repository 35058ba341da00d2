package com.mentormatch.calendar;

import com.mentormatch.account.People;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.calendar.ical.CalendarEntry;
import com.mentormatch.calendar.ical.Ical;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A person's agreed sessions as a calendar to subscribe to: those of the last month and all to come, under the UIDs of
 * their invitations. What is cancelled is not in it, and so goes.
 */
@Component
public class SubscribedCalendar {

    static final Duration BACK = Duration.ofDays(30);

    private final Feeds feeds;
    private final BookingFacts bookings;
    private final People people;
    private final Invitations invitations;
    private final CalendarSettings settings;

    SubscribedCalendar(Feeds feeds, BookingFacts bookings, People people, Invitations invitations,
            CalendarSettings settings) {
        this.feeds = feeds;
        this.bookings = bookings;
        this.people = people;
        this.invitations = invitations;
        this.settings = settings;
    }

    /** What is in the calendar, before it is written out. */
    public record Edition(String name, List<CalendarEntry> entries) {

        /** The same as long as nothing but the moment of writing would be another in the file. */
        public String tag() {
            return Digest.hex(toString());
        }

        /** RFC 5545, UTF-8. */
        public byte[] ics(Instant now) {
            return Ical.feed(name, entries.stream().map(entry -> entry.stamped(now)).toList());
        }
    }

    /** Empty where no calendar has that address, or has it no longer. */
    public Optional<Edition> at(String token, Instant now) {
        return feeds.owner(token).map(owner -> {
            var sessions = bookings.agreed(owner, now.minus(BACK), now);
            var both = people.all(sessions.stream()
                .flatMap(session -> Stream.of(session.mentor(), session.mentee()))
                .collect(Collectors.toSet()));
            return new Edition(settings.name(),
                    sessions.stream()
                        .map(session -> invitations.entry(session, both.get(session.mentor()),
                                both.get(session.mentee()), session.sequence(), Instant.EPOCH))
                        .toList());
        });
    }
}
