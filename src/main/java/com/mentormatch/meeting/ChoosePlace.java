package com.mentormatch.meeting;

import com.mentormatch.account.AccountId;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.RecordRoom;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A mentor decides where sessions take place from now on. Sessions already agreed keep their room; where that is the
 * mentor's own link, they follow it when it changes.
 */
@Component
public class ChoosePlace {

    private final MeetingPlaces places;
    private final Meetings meetings;
    private final BookingFacts bookings;
    private final RecordRoom timelines;
    private final Transactions transactions;

    ChoosePlace(MeetingPlaces places, Meetings meetings, BookingFacts bookings, RecordRoom timelines,
            Transactions transactions) {
        this.places = places;
        this.meetings = meetings;
        this.bookings = bookings;
        this.timelines = timelines;
        this.transactions = transactions;
    }

    /** @param place its link, where it has none, stays what it was */
    public void choose(AccountId mentor, MeetingPlace place, Instant now) {
        transactions.run(() -> {
            var former = places.of(mentor).link();
            var link = place.link() == null ? former : place.link();
            places.put(mentor, new MeetingPlace(place.kind(), link), now);
            if (former != null && !former.equals(link)) {
                follow(mentor, former, link, now);
            }
        });
    }

    private void follow(AccountId mentor, OwnLink former, OwnLink link, Instant now) {
        var ahead = bookings.ahead(mentor, now).stream().map(BookingId::value).toList();
        var followers = ahead.isEmpty() ? List.<BookingId>of() : meetings.at(former.toString(), ahead);
        meetings.relink(mentor.value(), former.toString(), link.toString());
        timelines.changed(followers, mentor, now);
    }
}
