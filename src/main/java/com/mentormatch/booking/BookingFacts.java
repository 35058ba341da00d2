package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
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

    /**
     * What this person has agreed to or has met for, as mentor or mentee, that starts later than that; the earliest
     * first, at most a thousand.
     */
    @Transactional(readOnly = true)
    public List<BookingDetails> agreed(AccountId person, Instant since, Instant now) {
        return Stream
            .concat(bookings.agreedAsMentor(person.value(), since, Limit.of(500)).stream(),
                    bookings.agreedAsMentee(person.value(), since, Limit.of(500)).stream())
            .map(booking -> booking.details(now))
            .sorted(Comparator.comparing(booking -> booking.time().start()))
            .toList();
    }

    /** The sessions this mentor has agreed to that are not over. */
    @Transactional(readOnly = true)
    public List<BookingId> ahead(AccountId mentor, Instant now) {
        return bookings.agreedAndNotOver(mentor.value(), now.minus(BookingStatus.COMPLETION_GRACE));
    }

    /** Only for the two people and admins; empty for everyone else. */
    @Transactional(readOnly = true)
    public Optional<BookingDetails> visibleTo(SignedIn viewer, BookingId id, Instant now) {
        return bookings.visibleTo(viewer, id).map(booking -> booking.details(now));
    }
}
