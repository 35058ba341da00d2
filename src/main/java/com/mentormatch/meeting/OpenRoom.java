package com.mentormatch.meeting;

import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.RecordRoom;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives a booking its room, where its mentor meets people; all of it inside the caller's transaction. */
@Component
public class OpenRoom {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Meetings meetings;
    private final MeetingPlaces places;
    private final MeetingSettings settings;
    private final RoomTasks tasks;
    private final RecordRoom timelines;
    private final ApplicationEventPublisher events;

    OpenRoom(Meetings meetings, MeetingPlaces places, MeetingSettings settings, RoomTasks tasks, RecordRoom timelines,
            ApplicationEventPublisher events) {
        this.meetings = meetings;
        this.places = places;
        this.settings = settings;
        this.tasks = tasks;
        this.timelines = timelines;
        this.events = events;
    }

    /** Does nothing where the booking has one. */
    public void open(BookingDetails booking, Instant now) {
        of(booking, now);
    }

    Meeting of(BookingDetails booking, Instant now) {
        return meetings.findById(booking.id()).orElseGet(() -> make(booking, now));
    }

    /** Nobody stands before a door: whoever wants in while the link still follows gets a generated room. */
    Meeting ready(BookingDetails booking, Instant now) {
        var meeting = of(booking, now);
        if (meeting.link() == null) {
            fallBack(meeting, now);
        }
        return meeting;
    }

    void fallBack(Meeting meeting, Instant now) {
        meeting.fallBack(generated());
        tasks.arrange(meeting.getId(), now);
        timelines.replaced(meeting.getId(), now);
        events.publishEvent(new MeetingEvent.RoomReplaced(meeting.getId(), now));
    }

    private Meeting make(BookingDetails booking, Instant now) {
        var place = places.of(booking.mentor());
        var link = switch (place.kind()) {
            case JITSI -> generated();
            case OWN_LINK -> place.link().address();
            case ZOOM -> null;
        };
        if (link == null) {
            tasks.arrange(booking.id(), now);
        }
        return meetings.save(new Meeting(booking, place.kind(), link));
    }

    /** 128 random bits: who has not been told the name does not find the room. */
    private URI generated() {
        var name = new byte[16];
        RANDOM.nextBytes(name);
        return settings.room("mentormatch-" + HexFormat.of().formatHex(name));
    }
}
