package com.mentormatch.booking;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferTerms;
import com.mentormatch.shared.Columns;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up what a mentee has unpaid or undecided. */
@Component
class UndecidedBookings {

    private final JdbcClient jdbc;

    UndecidedBookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    BookingPolicies.Candidate candidate(AccountId mentee, OfferTerms offer, Instant now) {
        var undecided = jdbc.sql("""
                SELECT mentor_id, status, confirmation, deadline FROM booking
                WHERE mentee_id = ? AND status IN ('AWAITING_PAYMENT', 'REQUESTED')""")
            .param(Columns.param(mentee.value()))
            .query((row, _) -> {
                var deadline = Columns.instant(row, "deadline");
                return new BookingPolicies.Undecided(new AccountId(Columns.uuid(row, "mentor_id")),
                        BookingStatus.valueOf(row.getString("status")),
                        Confirmation.valueOf(row.getString("confirmation")) == Confirmation.REQUEST,
                        deadline != null && !deadline.isAfter(now));
            })
            .list();
        return new BookingPolicies.Candidate(mentee, offer, undecided,
                offer.kind() == OfferKind.TRIAL && trialTaken(mentee, offer.mentor()));
    }

    private boolean trialTaken(AccountId mentee, AccountId mentor) {
        return !jdbc.sql("""
                SELECT 1 FROM booking WHERE mentee_id = ? AND mentor_id = ? AND trial_pair IS NOT NULL LIMIT 1""")
            .param(Columns.param(mentee.value()))
            .param(Columns.param(mentor.value()))
            .query()
            .listOfRows()
            .isEmpty();
    }

    /** Bookings between the two whose deadline has passed without having been written down. */
    List<BookingId> overdue(AccountId mentee, AccountId mentor, Instant now) {
        return jdbc.sql("""
                SELECT id FROM booking WHERE mentee_id = ? AND mentor_id = ?
                  AND status IN ('AWAITING_PAYMENT', 'REQUESTED') AND deadline <= ?""")
            .param(Columns.param(mentee.value()))
            .param(Columns.param(mentor.value()))
            .param(Columns.param(now))
            .query((row, _) -> new BookingId(Columns.uuid(row, "id")))
            .list();
    }
}
