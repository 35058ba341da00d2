package com.mentormatch.meeting;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingFacts;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.RecordRoom;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mentor brings another link for one session. What a provider keeps for it is removed there. */
@Component
public class ReplaceRoom {

    private final BookingFacts bookings;
    private final OpenRoom rooms;
    private final RoomTasks tasks;
    private final RecordRoom timelines;
    private final Transactions transactions;

    ReplaceRoom(BookingFacts bookings, OpenRoom rooms, RoomTasks tasks, RecordRoom timelines,
            Transactions transactions) {
        this.bookings = bookings;
        this.rooms = rooms;
        this.tasks = tasks;
        this.timelines = timelines;
        this.transactions = transactions;
    }

    /** Why not; empty where it can be. For somebody who may know of the booking. */
    public Optional<MeetingRefusal> refusal(SignedIn viewer, BookingId id, Instant now) {
        var booking = bookings.visibleTo(viewer, id, now).orElseThrow();
        if (!viewer.id().equals(booking.mentor())) {
            return Optional.of(MeetingRefusal.ONLY_MENTOR_CHOOSES_ROOM);
        }
        var door = Door.of(booking, now);
        return door == Door.AHEAD || door == Door.OPEN ? Optional.empty() : Optional.of(MeetingRefusal.ROOM_CLOSED);
    }

    /** The room it has already is not another one: nothing happens. */
    public Optional<MeetingRefusal> replace(SignedIn viewer, BookingId id, OwnLink link, Instant now) {
        return transactions.run(() -> {
            var refused = refusal(viewer, id, now);
            if (refused.isEmpty()) {
                var meeting = rooms.of(bookings.visibleTo(viewer, id, now).orElseThrow(), now);
                if (!link.address().equals(meeting.link())) {
                    meeting.replace(link);
                    tasks.arrange(id, now);
                    timelines.changed(List.of(id), viewer.id(), now);
                }
            }
            return refused;
        });
    }
}
