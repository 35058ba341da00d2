package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bookings for other modules' own work (mails, payments, invitations); pages ask {@link BookingPages} instead. */
@Component
public class BookingFacts {

    private final Bookings bookings;

    BookingFacts(Bookings bookings) {
        this.bookings = bookings;
    }

    @Transactional(readOnly = true)
    public Optional<BookingDetails> of(BookingId id, Instant now) {
        return bookings.findById(id).map(booking -> booking.details(now));
    }

    /** The platform's share of its price in hundredths, as it was when it was booked. */
    @Transactional(readOnly = true)
    public int feePercent(BookingId id) {
        return bookings.findById(id).orElseThrow().terms().feePercent();
    }

    /** Only for the two people and admins; empty for everyone else. */
    @Transactional(readOnly = true)
    public Optional<BookingDetails> visibleTo(SignedIn viewer, BookingId id, Instant now) {
        return bookings.visibleTo(viewer, id).map(booking -> booking.details(now));
    }
}
