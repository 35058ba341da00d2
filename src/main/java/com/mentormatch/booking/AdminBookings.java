package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A booking for whoever has to look into it. */
@Component
public class AdminBookings {

    private final Bookings bookings;
    private final BookingPages pages;

    AdminBookings(Bookings bookings, BookingPages pages) {
        this.bookings = bookings;
        this.pages = pages;
    }

    /** Empty where there is none, and for whoever is no admin. Of an admin's own one only the page itself is told. */
    @Transactional(readOnly = true)
    public Optional<AdminBookingPage> show(SignedIn viewer, BookingId id, Instant now) {
        return viewer.admin() ? bookings.findById(id).map(booking -> page(viewer, booking, now)) : Optional.empty();
    }

    private AdminBookingPage page(SignedIn viewer, Booking booking, Instant now) {
        var mayCancel = booking.side(viewer) == Party.ADMIN && booking.cancellable(now);
        var page = pages.show(viewer, booking.id(), now).orElseThrow();
        var before = booking.terms().price().minus(page.left()).minor();
        return new AdminBookingPage(page, booking.terms().feePercent(),
                mayCancel ? booking.cancellationTerms(Party.ADMIN, before, now) : null);
    }
}
