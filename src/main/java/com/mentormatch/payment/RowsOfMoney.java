package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.RowsOfBookings;
import com.mentormatch.shared.Columns;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refunds, transfers, reversals, and what Stripe's messages say they are about. */
@Component
class RowsOfMoney implements RowsOfBookings {

    private final JdbcClient jdbc;

    RowsOfMoney(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<BookingId> bookingOf(UUID row) {
        return jdbc.sql("""
                SELECT booking_id FROM refund WHERE id = :row
                UNION ALL SELECT booking_id FROM transfer WHERE id = :row
                UNION ALL SELECT t.booking_id FROM transfer_reversal r JOIN transfer t ON t.id = r.transfer_id
                          WHERE r.id = :row
                UNION ALL SELECT booking_id FROM stripe_event WHERE id = :row AND booking_id IS NOT NULL""")
            .param("row", Columns.param(row))
            .query((found, _) -> new BookingId(Columns.uuid(found, "booking_id")))
            .optional();
    }
}
