package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.FormToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Loading is authorising: what a person asks for comes through {@link #visibleTo}. */
interface Bookings extends Repository<Booking, BookingId> {

    /** A new one; changes of a loaded one are written when its transaction commits. */
    Booking save(Booking booking);

    /** For what time and Stripe do; never for a request of a person. */
    Optional<Booking> findById(BookingId id);

    @Query("select b from Booking b where b.id = :id and (b.mentor.value = :person or b.mentee.value = :person)")
    Optional<Booking> ofParticipant(UUID person, BookingId id);

    default Optional<Booking> visibleTo(SignedIn viewer, BookingId id) {
        return viewer.admin() ? findById(id) : ofParticipant(viewer.id().value(), id);
    }

    @Query("select b from Booking b where b.formToken = :token and b.mentee.value = :person")
    Optional<Booking> ofForm(UUID person, UUID token);

    default Optional<Booking> madeBy(SignedIn mentee, FormToken token) {
        return ofForm(mentee.id().value(), token.value());
    }

    @Query("select count(e) > 0 from Booking b join b.timeline e where b.id = :id and e.token = :token")
    boolean hasEntry(BookingId id, UUID token);

    /** Whether that filling-in of a form has already done its work on this booking. */
    default boolean done(BookingId id, FormToken token) {
        return hasEntry(id, token.value());
    }

    String AGREED = " and b.status in (CONFIRMED, IN_PROGRESS, PENDING_COMPLETION, COMPLETED, DISPUTED, RESOLVED)"
            + " and b.time.start > :since order by b.time.start, b.id";

    @Query("select b from Booking b where b.mentor.value = :person" + AGREED)
    List<Booking> agreedAsMentor(UUID person, Instant since, Limit limit);

    @Query("select b from Booking b where b.mentee.value = :person" + AGREED)
    List<Booking> agreedAsMentee(UUID person, Instant since, Limit limit);

    @Query("""
            select b.id from Booking b where b.mentor.value = :mentor and b.status in (CONFIRMED, IN_PROGRESS)
            and b.time.end > :since""")
    List<BookingId> agreedAndNotOver(UUID mentor, Instant since);
}
