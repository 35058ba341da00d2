package com.mentormatch.booking;

import com.mentormatch.account.SignedIn;
import com.mentormatch.availability.Holds;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands to be answered, and who may answer it. */
@Component
class OpenProposals {

    private final Holds holds;
    private final FollowClock time;

    OpenProposals(Holds holds, FollowClock time) {
        this.holds = holds;
        this.time = time;
    }

    /** Makes room for something else: what is over is written down, what is open ends by it. Joins the transaction. */
    void clear(Booking booking, Party by, Cause cause, Instant now) {
        time.follow(booking, now);
        if (booking.proposal() == null) {
            return;
        }
        if (booking.proposal().by() == by) {
            booking.withdrawProposal(cause);
        } else {
            booking.declineProposal(cause);
        }
        holds.dropOther(booking.id().value());
    }

    static boolean awaits(Booking booking, SignedIn viewer, Instant now) {
        var proposal = booking.proposalAt(now);
        var party = booking.side(viewer);
        return proposal != null && party != Party.ADMIN && proposal.by() != party;
    }

    /** @param start of the time that is answered: by now it may be another one, or none */
    static Optional<Refusal> toAnswer(Booking booking, SignedIn viewer, Instant start, Instant now) {
        var party = booking.side(viewer);
        if (party == Party.ADMIN) {
            return Optional.of(Refusal.ONLY_PARTICIPANTS);
        }
        var proposal = booking.proposalAt(now);
        if (proposal == null || !proposal.start().equals(start)) {
            return Optional.of(Refusal.NO_PROPOSAL);
        }
        return proposal.by() == party ? Optional.of(Refusal.ONLY_OTHER_ANSWERS) : Optional.empty();
    }
}
