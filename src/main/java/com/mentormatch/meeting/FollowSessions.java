package com.mentormatch.meeting;

import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingFacts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a booking's life means for its room, written or asked for in the transaction in which it happens. */
@Component
class FollowSessions {

    private final OpenRoom rooms;
    private final Meetings meetings;
    private final BookingFacts bookings;
    private final RoomTasks tasks;

    FollowSessions(OpenRoom rooms, Meetings meetings, BookingFacts bookings, RoomTasks tasks) {
        this.rooms = rooms;
        this.meetings = meetings;
        this.bookings = bookings;
        this.tasks = tasks;
    }

    @EventListener
    void confirmed(BookingEvent.Confirmed event) {
        rooms.open(bookings.of(event.booking(), event.at()).orElseThrow(), event.at());
    }

    /** The room stays; only a provider has to know of the other time. */
    @EventListener
    void moved(BookingEvent.Moved event) {
        meetings.findById(event.booking())
            .filter(Meeting::atVenue)
            .ifPresent(meeting -> tasks.arrange(meeting.getId(), event.at()));
    }

    @EventListener
    void cancelled(BookingEvent.Cancelled event) {
        meetings.findById(event.booking()).ifPresent(meeting -> {
            meeting.close();
            if (meeting.atVenue()) {
                tasks.arrange(meeting.getId(), event.at());
            }
        });
    }
}
