package com.mentormatch.meeting;

import com.mentormatch.booking.BookingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a session takes place, as the page of its booking says it; never the link.
 *
 * @param kind      null where no room was made yet
 * @param follows   whether the link is still being made
 * @param door      {@code NONE} for whoever cannot go there
 * @param mayChoose whether this viewer can bring another link for this session
 */
public record WherePage(BookingId booking, MeetingPlace.@Nullable Kind kind, boolean follows, Door door, Instant opens,
        boolean mayChoose) {}
