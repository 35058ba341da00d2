package com.mentormatch.notification;

import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.RowsOfBookings;
import com.mentormatch.booking.SentMails;
import com.mentormatch.shared.Columns;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the outbox holds about a booking. */
@Component
class BookingCorrespondence implements SentMails, RowsOfBookings {

    private final JdbcClient jdbc;

    BookingCorrespondence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SentMail> of(BookingId booking) {
        return jdbc.sql("""
                SELECT subject, recipient_name, staged_at, done_at, status FROM mail WHERE booking_id = ?
                ORDER BY id LIMIT 100""")
            .param(Columns.param(booking.value()))
            .query((row, _) -> new SentMail(row.getString("subject"), row.getString("recipient_name"),
                    Columns.instant(row, "staged_at"),
                    MailStatus.SENT.name().equals(row.getString("status")) ? Columns.instant(row, "done_at") : null))
            .list();
    }

    @Override
    public Optional<BookingId> bookingOf(UUID mail) {
        return jdbc.sql("SELECT booking_id FROM mail WHERE id = ? AND booking_id IS NOT NULL")
            .param(Columns.param(mail))
            .query((row, _) -> new BookingId(Columns.uuid(row, "booking_id")))
            .optional();
    }
}
