package com.mentormatch.notification;

import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingId;
import com.mentormatch.calendar.Invitations;
import com.mentormatch.shared.FormToken;
import com.mentormatch.shared.RateLimit;
import com.mentormatch.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever has lost the invitation gets it once more, as the calendar should have it now; the other one gets nothing. */
@Component
class SendInvitationAgain {

    private static final int TRIES_AN_HOUR = 5;

    private final BookedSessions sessions;
    private final Invitations invitations;
    private final Outbox outbox;
    private final Transactions transactions;
    private final RateLimit tries;

    SendInvitationAgain(BookedSessions sessions, Invitations invitations, Outbox outbox, Transactions transactions,
            Clock clock) {
        this.sessions = sessions;
        this.invitations = invitations;
        this.outbox = outbox;
        this.transactions = transactions;
        this.tries = new RateLimit(TRIES_AN_HOUR, Duration.ofHours(1), clock);
    }

    /**
     * Why not; empty where it is on its way.
     *
     * @param booking one that is visible to them
     * @param token   the same twice sends it once
     */
    Optional<InvitationRefusal> send(SignedIn viewer, BookingDetails booking, FormToken token, Instant now) {
        if (!booking.isOf(viewer)) {
            return Optional.of(InvitationRefusal.ONLY_PARTICIPANTS_INVITED);
        }
        return switch (booking.status()) {
            case CONFIRMED, IN_PROGRESS -> {
                if (!tries.take(viewer.id().toString())) {
                    yield Optional.of(InvitationRefusal.TOO_MANY_INVITATIONS);
                }
                transactions.run(() -> stage(viewer, booking.id(), token, now));
                yield Optional.empty();
            }
            default -> Optional.of(InvitationRefusal.NO_INVITATION);
        };
    }

    private void stage(SignedIn viewer, BookingId id, FormToken token, Instant now) {
        var session = sessions.of(id, now);
        var booking = session.booking();
        var side = viewer.id().equals(booking.mentor()) ? session.toMentor() : session.toMentee();
        var letter = side.letter(MailKind.INVITATION, "good", side.headline("confirmed", null))
            .action(side.say("mail.INVITATION.action"), side.page())
            .next(side.say("mail.INVITATION.calendar"));
        side.session(letter);
        side.where(letter);
        var invitation = invitations.request(booking, session.mentor(), session.mentee(), booking.sequence(), now);
        outbox.stage(side.draft(MailKind.INVITATION, token.toString(), letter, invitation, booking.time().end())
            .silentIf(true), now);
    }
}
