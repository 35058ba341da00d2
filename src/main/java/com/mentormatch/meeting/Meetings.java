package com.mentormatch.meeting;

import com.mentormatch.booking.BookingId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Meetings extends Repository<Meeting, BookingId> {

    Meeting save(Meeting meeting);

    Optional<Meeting> findById(BookingId booking);

    @Modifying
    @Query("""
            update Meeting m set m.link = :link, m.version = m.version + 1
            where m.mentor.value = :mentor and m.kind = OWN_LINK and m.link = :former""")
    void relink(UUID mentor, String former, String link);
}
