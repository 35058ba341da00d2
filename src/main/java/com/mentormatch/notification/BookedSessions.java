package com.mentormatch.notification;

import com.mentormatch.account.People;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.mentor.MentorSummary;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.notification.Voice.Voices;
import com.mentormatch.shared.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Bookings as mails tell of them. */
@Component
class BookedSessions {

    private final BookingFacts bookings;
    private final People people;
    private final Mentors mentors;
    private final Voices voices;
    private final Site site;

    BookedSessions(BookingFacts bookings, People people, Mentors mentors, Voices voices, Site site) {
        this.bookings = bookings;
        this.people = people;
        this.mentors = mentors;
        this.voices = voices;
        this.site = site;
    }

    BookedSession of(BookingId id, Instant now) {
        var booking = bookings.of(id, now).orElseThrow();
        var both = people.all(List.of(booking.mentor(), booking.mentee()));
        var slug = Optional.ofNullable(mentors.summaries(List.of(booking.mentor())).get(booking.mentor()))
            .map(MentorSummary::slug)
            .orElse(null);
        return new BookedSession(booking, both.get(booking.mentor()), both.get(booking.mentee()), slug, now, voices,
                site);
    }
}
