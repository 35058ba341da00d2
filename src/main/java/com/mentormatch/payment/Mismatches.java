package com.mentormatch.payment;

import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.Columns;
import com.mentormatch.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where Stripe and we do not agree, until we do or an admin has looked into it. */
@Repository
class Mismatches {

    enum Kind {
        /** What was charged. */
        CHARGED,
        /** What went back. */
        REFUNDED,
        /** What a bank has taken. */
        DISPUTED,
        /** What was moved to a mentor, and taken back from them. */
        TRANSFERRED
    }

    /** Both sides in words that need no translation: figures, currency codes, statuses. */
    record Mismatch(UUID id, Kind kind, BookingId booking, String ours, String theirs, Instant foundAt) {}

    private record Known(UUID id, String ours, String theirs, boolean open, boolean accepted) {}

    private final JdbcClient jdbc;

    Mismatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Written down where the two differ, and done with where they do not. @param subject whose sides these are */
    void compare(Kind kind, String subject, BookingId booking, String ours, String theirs, Instant now) {
        var known = known(kind, subject);
        if (ours.equals(theirs)) {
            known.filter(Known::open).ifPresent(open -> close(open.id(), false, now));
        } else if (known.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO money_mismatch
                      (id, kind, subject, booking_id, ours, theirs, found_at, seen_at, accepted)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE)""")
                .param(Columns.param(Ids.next()))
                .param(kind.name())
                .param(subject)
                .param(Columns.param(booking.value()))
                .param(ours)
                .param(theirs)
                .param(Columns.param(now))
                .param(Columns.param(now))
                .update();
        } else if (!known.get().accepted() || !same(known.get(), ours, theirs)) {
            jdbc.sql("""
                    UPDATE money_mismatch SET ours = ?, theirs = ?, seen_at = ?, cleared_at = NULL, accepted = FALSE
                    WHERE id = ?""")
                .param(ours)
                .param(theirs)
                .param(Columns.param(now))
                .param(Columns.param(known.get().id()))
                .update();
        }
    }

    private static boolean same(Known known, String ours, String theirs) {
        return known.ours().equals(ours) && known.theirs().equals(theirs);
    }

    private Optional<Known> known(Kind kind, String subject) {
        return jdbc
            .sql("SELECT id, ours, theirs, cleared_at, accepted FROM money_mismatch WHERE kind = ? AND subject = ?")
            .param(kind.name())
            .param(subject)
            .query((row, _) -> new Known(Columns.uuid(row, "id"), row.getString("ours"), row.getString("theirs"),
                    row.getTimestamp("cleared_at") == null, row.getBoolean("accepted")))
            .optional();
    }

    /** @return false where it was done with before */
    boolean close(UUID id, boolean accepted, Instant now) {
        return jdbc.sql("UPDATE money_mismatch SET cleared_at = ?, accepted = ? WHERE id = ? AND cleared_at IS NULL")
            .param(Columns.param(now))
            .param(accepted)
            .param(Columns.param(id))
            .update() == 1;
    }

    Optional<Mismatch> find(UUID id) {
        return jdbc.sql("SELECT id, kind, booking_id, ours, theirs, found_at FROM money_mismatch WHERE id = ?")
            .param(Columns.param(id))
            .query(Mismatches::row)
            .optional();
    }

    /** The oldest first. */
    List<Mismatch> open(int size) {
        return jdbc
            .sql("SELECT id, kind, booking_id, ours, theirs, found_at FROM money_mismatch WHERE cleared_at IS NULL "
                    + "ORDER BY found_at LIMIT " + size)
            .query(Mismatches::row)
            .list();
    }

    private static Mismatch row(ResultSet row, int number) throws SQLException {
        return new Mismatch(Columns.uuid(row, "id"), Kind.valueOf(row.getString("kind")),
                new BookingId(Columns.uuid(row, "booking_id")), row.getString("ours"), row.getString("theirs"),
                Columns.instant(row, "found_at"));
    }
}
