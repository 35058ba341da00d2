package com.mentormatch.booking;

import java.util.Optional;
import java.util.UUID;

/** Which booking a row is about that is known by its id alone. Owned here, told by the modules that keep such rows. */
public interface RowsOfBookings {

    /** Empty where the row is none of theirs, or about no booking. */
    Optional<BookingId> bookingOf(UUID row);
}
