package com.mentormatch.notification;

import static com.mentormatch.notification.MailKind.CONFIRMED;
import static com.mentormatch.notification.MailKind.MOVED;
import static com.mentormatch.notification.MailKind.PROPOSAL;
import static com.mentormatch.notification.MailKind.PROPOSAL_DECLINED;
import static com.mentormatch.notification.MailKind.PROPOSAL_EXPIRED;
import static com.mentormatch.notification.MailKind.PROPOSAL_WITHDRAWN;

import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingEvent.MoveDeclined;
import com.mentormatch.booking.BookingEvent.MoveExpired;
import com.mentormatch.booking.BookingEvent.MoveProposed;
import com.mentormatch.booking.BookingEvent.MoveWithdrawn;
import com.mentormatch.booking.BookingEvent.Moved;
import com.mentormatch.booking.Party;
import com.mentormatch.calendar.Invitations;
import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told of another time: the other one when it is proposed, whoever proposed it what became of it, both when it is so. */
@Component
class MoveMails {

    private static final List<MailKind> OVERTAKEN = List.of(PROPOSAL, PROPOSAL_DECLINED, PROPOSAL_WITHDRAWN,
            PROPOSAL_EXPIRED);
    private static final List<MailKind> OVERTAKEN_BY_MOVE = List.of(CONFIRMED, MOVED, MailKind.INVITATION);

    private final Outbox outbox;
    private final BookedSessions sessions;
    private final Invitations invitations;

    MoveMails(Outbox outbox, BookedSessions sessions, Invitations invitations) {
        this.outbox = outbox;
        this.sessions = sessions;
        this.invitations = invitations;
    }

    @EventListener
    void proposed(MoveProposed event) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        var session = sessions.of(event.booking(), event.at());
        var proposal = session.booking().proposal();
        var side = proposal.by() == Party.MENTOR ? session.toMentee() : session.toMentor();
        var until = side.voice().moment(proposal.until());
        var letter = side.letter(PROPOSAL, "wait", side.say("mail.PROPOSAL.opening", side.otherName(), until));
        side.timeAhead(letter, "mail.fact.proposed", proposal.time());
        side.time(letter, "mail.fact.standing", session.booking().time());
        letter.quote(side.say("mail.wrote", side.otherName()), PlainText.block(proposal.note(), 500))
            .action(side.say("mail.PROPOSAL.action"), side.page())
            .next(side.say("mail.PROPOSAL.accept"))
            .next(side.say("mail.PROPOSAL.decline." + (session.booking().price().isFree() ? "mentor" : side.role())))
            .next(side.say("mail.PROPOSAL.silence", until));
        stage(side, PROPOSAL, letter, proposal.until(), event.at());
    }

    @EventListener
    void declined(MoveDeclined event) {
        told(event, PROPOSAL_DECLINED, event.by() == Party.MENTEE, event.time());
    }

    @EventListener
    void withdrawn(MoveWithdrawn event) {
        told(event, PROPOSAL_WITHDRAWN, event.by() == Party.MENTEE, event.time());
    }

    @EventListener
    void expired(MoveExpired event) {
        told(event, PROPOSAL_EXPIRED, event.by() == Party.MENTOR, event.time());
    }

    /** The old time stands. */
    private void told(BookingEvent event, MailKind kind, boolean mentor, TimeSpan time) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        var session = sessions.of(event.booking(), event.at());
        var side = mentor ? session.toMentor() : session.toMentee();
        var letter = side.letter(kind, "info", side.say("mail." + kind + ".opening", side.otherName()));
        side.time(letter, "mail.fact.standing", session.booking().time());
        side.time(letter, "mail.fact.proposed", time);
        letter.action(side.say("mail.PROPOSAL.see"), side.page()).next(side.say("mail." + kind + ".next"));
        stage(side, kind, letter, session.booking().time().start(), event.at());
    }

    @EventListener
    void moved(Moved event) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        outbox.supersede(event.booking().value(), OVERTAKEN_BY_MOVE, event.at());
        var session = sessions.of(event.booking(), event.at());
        var booking = session.booking();
        var invitation = invitations.request(booking, session.mentor(), session.mentee(), booking.sequence(),
                event.at());
        for (var side : List.of(session.toMentee(), session.toMentor())) {
            var letter = side.letter(MOVED, "good", side.say("mail.MOVED.opening", side.otherName()));
            side.session(letter);
            side.where(letter);
            side.time(letter, "mail.fact.before", event.from());
            letter.action(side.say("mail.MOVED.action"), side.page()).next(side.say("mail.MOVED.calendar"));
            if (!booking.price().isFree()) {
                letter.next(side.say("mail.MOVED.paid"));
            }
            outbox.stage(side.draft(MOVED, String.valueOf(booking.sequence()), letter, invitation, booking.time().end())
                .silentIf(side.is(event.by())), event.at());
        }
    }

    private void stage(BookedSession.Side side, MailKind kind, Letter.Builder letter, Instant staleAt, Instant now) {
        outbox.stage(side.draft(kind, now.toString(), letter, null, staleAt), now);
    }
}
