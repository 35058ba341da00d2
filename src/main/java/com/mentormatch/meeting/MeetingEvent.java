package com.mentormatch.meeting;

import com.mentormatch.booking.BookingId;
import java.time.Instant;

/** What happened to the room of a session, published in the transaction in which it happened. */
public sealed interface MeetingEvent {

    BookingId booking();

    Instant at();

    /** The provider did not give a room: the session takes place in a generated one. */
    record RoomReplaced(BookingId booking, Instant at) implements MeetingEvent {}
}
