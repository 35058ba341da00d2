package com.mentormatch.meeting;

import com.mentormatch.booking.BookingId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Meetings extends Repository<Meeting, BookingId> {

    Meeting save(Meeting meeting);

    Optional<Meeting> findById(BookingId booking);

    @Query("""
            select m.booking from Meeting m where m.booking.value in :bookings and m.kind = OWN_LINK and m.link = :link""")
    List<BookingId> at(String link, Collection<UUID> bookings);

    @Modifying
    @Query("""
            update Meeting m set m.link = :link, m.version = m.version + 1
            where m.mentor.value = :mentor and m.kind = OWN_LINK and m.link = :former""")
    void relink(UUID mentor, String former, String link);
}
