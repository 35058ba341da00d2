package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.shared.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a mentor has kept their word, from rows: plain facts for everybody, each mark for admins. */
@Component
public class MentorRecords {

    /** Longer ago says little of today. */
    static final Duration WINDOW = Duration.ofDays(365);

    /**
     * @param kind   kebab case; its words are the message {@code admin.mark.<kind>}
     * @param reason in the words of the mentor who cancelled or the admin who ruled; null where they gave none
     */
    public record Mark(String kind, Instant at, BookingId booking, String title, String reason) {

        public String href() {
            return "/admin/bookings/" + booking;
        }
    }

    private final JdbcClient jdbc;

    MentorRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of what was booked in the last {@link #WINDOW}; a request still open counts for nothing yet. */
    public MentorRecord of(AccountId mentor, Instant now) {
        return jdbc.sql("""
                SELECT COALESCE(SUM(confirmation = 'REQUEST'
                         AND (status IN (:agreed) OR status = 'DECLINED' OR accepted_at IS NOT NULL)), 0) AS answered,
                       COALESCE(SUM(confirmation = 'REQUEST' AND accepted_at IS NULL
                         AND (status = 'EXPIRED' AND (ever_authorised OR price_minor = 0)
                           OR status = 'REQUESTED' AND deadline <= :now)), 0) AS missed,
                       COALESCE(SUM(status IN (:agreed)), 0) AS agreed,
                       (SELECT COUNT(*) FROM mentor_mark k JOIN booking b ON b.id = k.booking_id
                         WHERE k.mentor_id = :mentor AND k.kind = 'CANCELLED' AND b.created_at >= :since) AS cancelled,
                       (SELECT COUNT(*) FROM mentor_mark k JOIN booking b ON b.id = k.booking_id
                         WHERE k.mentor_id = :mentor AND k.kind = 'ABSENT' AND b.created_at >= :since) AS absent
                FROM booking WHERE mentor_id = :mentor AND created_at >= :since""")
            .param("mentor", Columns.param(mentor.value()))
            .param("now", Columns.param(now))
            .param("since", Columns.param(now.minus(WINDOW)))
            .param("agreed",
                    List.of("CONFIRMED", "IN_PROGRESS", "PENDING_COMPLETION", "COMPLETED", "DISPUTED", "RESOLVED",
                            "CANCELLED"))
            .query((row, _) -> new MentorRecord(row.getInt("answered") + row.getInt("missed"), row.getInt("answered"),
                    row.getInt("agreed"), row.getInt("cancelled"), row.getInt("absent")))
            .single();
    }

    /** The latest first. */
    public List<Mark> marks(SignedIn admin, AccountId mentor, int most) {
        return !admin.admin()
                ? List.of()
                : jdbc.sql("""
                        SELECT k.kind, k.at, k.booking_id, b.offer_title,
                               COALESCE(b.cancel_reason, b.ruling_reason) AS reason
                        FROM mentor_mark k JOIN booking b ON b.id = k.booking_id
                        WHERE k.mentor_id = ? ORDER BY k.at DESC, k.booking_id LIMIT\s""" + most)
                    .param(Columns.param(mentor.value()))
                    .query((row, _) -> new Mark(row.getString("kind").toLowerCase(Locale.ROOT).replace('_', '-'),
                            Columns.instant(row, "at"), new BookingId(Columns.uuid(row, "booking_id")),
                            row.getString("offer_title"), row.getString("reason")))
                    .list();
    }
}
