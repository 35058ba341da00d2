package com.mentormatch.notification;

import static com.mentormatch.notification.MailKind.CANCELLED;
import static com.mentormatch.notification.MailKind.CONFIRMED;
import static com.mentormatch.notification.MailKind.HOLD_EXPIRED;
import static com.mentormatch.notification.MailKind.REQUEST_RECEIVED;
import static com.mentormatch.notification.MailKind.REQUEST_SENT;

import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.GivenBack;
import com.mentormatch.booking.Party;
import com.mentormatch.calendar.Invitations;
import com.mentormatch.shared.PlainText;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Both are told that a session is off and what becomes of the money, and their calendars let go of it. */
@Component
class CancellationMails {

    private static final List<MailKind> OVERTAKEN = List.of(REQUEST_RECEIVED, REQUEST_SENT, HOLD_EXPIRED, CONFIRMED,
            MailKind.PROPOSAL, MailKind.PROPOSAL_DECLINED, MailKind.PROPOSAL_WITHDRAWN, MailKind.PROPOSAL_EXPIRED,
            MailKind.MOVED, MailKind.ROOM_REPLACED, MailKind.INVITATION);

    private final Outbox outbox;
    private final BookedSessions sessions;
    private final Invitations invitations;
    private final GivenBack given;

    CancellationMails(Outbox outbox, BookedSessions sessions, Invitations invitations, GivenBack given) {
        this.outbox = outbox;
        this.sessions = sessions;
        this.invitations = invitations;
        this.given = given;
    }

    @EventListener
    void tell(BookingEvent.Cancelled event) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        var session = sessions.of(event.booking(), event.at());
        var booking = session.booking();
        var invitation = event.agreed()
                ? invitations.cancel(booking, session.mentor(), session.mentee(), booking.sequence(), event.at())
                : null;
        for (var side : List.of(session.toMentee(), session.toMentor())) {
            var letter = side.letter(CANCELLED, "loss", side.headline(standing(event.by()), null));
            side.facts(letter);
            if (!side.is(event.by())) {
                var from = event.by() == Party.ADMIN ? side.say("mail.brand") : side.otherName();
                letter.quote(side.say("mail.wrote", from), PlainText.block(booking.cancellation().reason(), 500));
            }
            letter.next(money(side, event));
            if (given.atBank(booking.id())) {
                letter.next(side.say("mail.money.bank." + side.role(), side.otherName()));
            }
            if (event.agreed()) {
                letter.next(side.say("mail.CANCELLED.calendar"));
            }
            next(letter, side, event);
            outbox.stage(side.draft(CANCELLED, String.valueOf(booking.sequence()), letter, invitation, null)
                .silentIf(side.is(event.by())), event.at());
        }
    }

    private static String standing(Party by) {
        return "cancelled-by-" + by.name().toLowerCase(Locale.ROOT);
    }

    private static String money(BookedSession.Side side, BookingEvent.Cancelled event) {
        var booking = side.booking();
        var back = booking.cancellation().back();
        var left = booking.price().minus(event.before());
        if (!event.before().isFree() && left.isFree()) {
            return side.say("mail.CANCELLED.money.gone");
        }
        var kind = booking.price().isFree()
                ? "free"
                : !event.agreed() ? "uncharged" : back.equals(left) ? "full" : back.isFree() ? "none" : "part";
        var said = side.say("mail.CANCELLED.money." + kind + "." + side.role(), side.voice().money(back),
                side.voice().money(left), side.otherName());
        return event.before().isFree()
                ? said
                : side.say("mail.CANCELLED.money.before", side.voice().money(event.before()), side.price(),
                        side.voice().money(left)) + " " + said;
    }

    private static void next(Letter.Builder letter, BookedSession.Side side, BookingEvent.Cancelled event) {
        if (side.isMentor()) {
            letter.action(side.say("mail.CANCELLED.action.mentor"), side.page());
        } else if (event.by() != Party.MENTEE) {
            letter.action(side.say("mail.CANCELLED.action.alternatives"), side.alternatives())
                .next(side.say("mail.CANCELLED.next.alternatives", side.otherName()));
        } else {
            letter.action(side.say("mail.otherTimes", side.otherName()), side.profile());
        }
    }
}
