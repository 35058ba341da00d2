package com.mentormatch.notification;

import static com.mentormatch.notification.MailKind.CHARGE_FAILED;
import static com.mentormatch.notification.MailKind.CONFIRMED;
import static com.mentormatch.notification.MailKind.DECLINED;
import static com.mentormatch.notification.MailKind.HOLD_EXPIRED;
import static com.mentormatch.notification.MailKind.PAY_AGAIN;
import static com.mentormatch.notification.MailKind.REQUEST_EXPIRED;
import static com.mentormatch.notification.MailKind.REQUEST_RECEIVED;
import static com.mentormatch.notification.MailKind.REQUEST_SENT;

import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingEvent.Accepted;
import com.mentormatch.booking.BookingEvent.Appealed;
import com.mentormatch.booking.BookingEvent.Cancelled;
import com.mentormatch.booking.BookingEvent.Completed;
import com.mentormatch.booking.BookingEvent.Confirmed;
import com.mentormatch.booking.BookingEvent.Declined;
import com.mentormatch.booking.BookingEvent.DisputeAnswered;
import com.mentormatch.booking.BookingEvent.Disputed;
import com.mentormatch.booking.BookingEvent.Expired;
import com.mentormatch.booking.BookingEvent.HoldTaken;
import com.mentormatch.booking.BookingEvent.MoveDeclined;
import com.mentormatch.booking.BookingEvent.MoveExpired;
import com.mentormatch.booking.BookingEvent.MoveProposed;
import com.mentormatch.booking.BookingEvent.MoveWithdrawn;
import com.mentormatch.booking.BookingEvent.Moved;
import com.mentormatch.booking.BookingEvent.Requested;
import com.mentormatch.booking.BookingEvent.SessionEnded;
import com.mentormatch.booking.BookingEvent.Resolved;
import com.mentormatch.booking.BookingEvent.Withdrawn;
import com.mentormatch.calendar.Invitation;
import com.mentormatch.calendar.Invitations;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.shared.PlainText;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is told what of a booking's way to being confirmed. Whoever did something is not told that they did it, except
 * the mentee who asked: that mail is what they keep.
 */
@Component
class BookingMails {

    /** What is no longer worth reading once something newer is told. */
    private static final List<MailKind> OVERTAKEN = List.of(REQUEST_RECEIVED, REQUEST_SENT, PAY_AGAIN, HOLD_EXPIRED);

    private final Outbox outbox;
    private final BookedSessions sessions;
    private final Invitations invitations;

    BookingMails(Outbox outbox, BookedSessions sessions, Invitations invitations) {
        this.outbox = outbox;
        this.sessions = sessions;
        this.invitations = invitations;
    }

    @EventListener
    void tell(BookingEvent event) {
        switch (event) {
            case HoldTaken _ -> {
                // The mentee is on the way to paying, the mentor learns of it with the request or the confirmation.
            }
            // Good news is told once it is certain: with Confirmed, in the same transaction or after the capture.
            case Accepted accepted -> outbox.supersede(accepted.booking().value(), OVERTAKEN, accepted.at());
            case Requested requested -> asked(requested);
            case Confirmed confirmed -> confirmed(confirmed);
            case Declined declined -> declined(declined);
            case Withdrawn withdrawn -> withdrawn(withdrawn);
            case Expired expired -> expired(expired);
            case Cancelled _ -> {
                // Told by CancellationMails.
            }
            case MoveProposed _,MoveDeclined _,MoveWithdrawn _,MoveExpired _,Moved _ -> {
                // Told by MoveMails.
            }
            case SessionEnded _,Completed _,Disputed _,DisputeAnswered _,Resolved _,Appealed _ -> {
                // Told by FinishMails and DisputeMails.
            }
        }
    }

    private void asked(Requested event) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        var session = sessions.of(event.booking(), event.at());
        var booking = session.booking();
        var deadline = booking.deadline();
        var toMentor = session.toMentor();
        var mentorLetter = toMentor.letter(REQUEST_RECEIVED, "wait", toMentor.headline("requested", deadline))
            .quote(toMentor.say("mail.wrote", toMentor.otherName()), PlainText.block(booking.message(), 2000))
            .action(toMentor.say("mail.REQUEST_RECEIVED.action"), toMentor.page());
        toMentor.facts(mentorLetter);
        mentorLetter
            .next(booking.price().isFree()
                    ? toMentor.say("mail.REQUEST_RECEIVED.accept.free")
                    : toMentor.say("mail.REQUEST_RECEIVED.accept.paid", toMentor.price(), toMentor.otherName()))
            .next(toMentor.say("mail.REQUEST_RECEIVED.decline", toMentor.otherName()))
            .next(toMentor.say("mail.REQUEST_RECEIVED.silence", toMentor.voice().moment(deadline)));
        stage(toMentor, REQUEST_RECEIVED, mentorLetter, null, deadline, event.at());

        var toMentee = session.toMentee();
        var menteeLetter = toMentee.letter(REQUEST_SENT, "wait", toMentee.headline("requested", deadline))
            .action(toMentee.say("mail.REQUEST_SENT.action"), toMentee.page());
        toMentee.facts(menteeLetter);
        if (!booking.price().isFree()) {
            menteeLetter.next(toMentee.say("mail.REQUEST_SENT.authorised", toMentee.price(), toMentee.otherName()));
        }
        menteeLetter
            .next(toMentee.say(
                    booking.price().isFree() ? "mail.REQUEST_SENT.silence.free" : "mail.REQUEST_SENT.silence.paid",
                    toMentee.otherName(), toMentee.voice().moment(deadline)))
            .next(toMentee.say("mail.REQUEST_SENT.withdraw"));
        stage(toMentee, REQUEST_SENT, menteeLetter, null, deadline, event.at());
    }

    private void confirmed(Confirmed event) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        var session = sessions.of(event.booking(), event.at());
        var booking = session.booking();
        var invitation = invitations.request(booking, session.mentor(), session.mentee(), booking.sequence(),
                event.at());
        for (var side : List.of(session.toMentee(), session.toMentor())) {
            var letter = side.letter(CONFIRMED, "good", side.headline("confirmed", null))
                .action(side.say("mail.CONFIRMED.action"), side.page());
            letter.paragraph(side.say("mail.CONFIRMED."
                    + (booking.confirmation() == Confirmation.REQUEST ? "accepted." : "booked.") + side.role(),
                    side.otherName()));
            side.facts(letter);
            side.where(letter);
            if (side.isMentor()) {
                letter.quote(side.say("mail.wrote", side.otherName()), PlainText.block(booking.message(), 2000));
            }
            letter.next(side.say("mail.CONFIRMED.calendar"));
            if (!booking.price().isFree()) {
                letter.next(side.say("mail.CONFIRMED.paid." + side.role(), side.price(), side.otherName()));
            }
            letter.next(side.say("mail.CONFIRMED.page"));
            outbox.stage(
                    side.draft(CONFIRMED, String.valueOf(booking.sequence()), letter, invitation, booking.time().end())
                        .silentIf(justDone(booking, side)),
                    event.at());
        }
    }

    /** A free one is confirmed by the booking itself, or by the yes; a paid one later, when the money is there. */
    private static boolean justDone(BookingDetails booking, BookedSession.Side side) {
        return booking.price().isFree() && side.isMentor() == (booking.confirmation() == Confirmation.REQUEST);
    }

    private void declined(Declined event) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        var side = sessions.of(event.booking(), event.at()).toMentee();
        var letter = side.letter(DECLINED, "info", side.headline("declined", null))
            .quote(side.say("mail.wrote", side.otherName()), PlainText.block(event.reason(), 500))
            .action(side.say("mail.otherTimes", side.otherName()), side.profile());
        side.facts(letter);
        if (!event.unpaid()) {
            released(letter, side);
        }
        letter.next(side.say("mail.DECLINED.next", side.otherName()));
        stage(side, DECLINED, letter, null, null, event.at());
    }

    /** A mentor who had said yes waits for the money, and was promised to hear when the time is free again. */
    private void withdrawn(Withdrawn event) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        var session = sessions.of(event.booking(), event.at());
        if (session.booking().accepted()) {
            chargeFailed(session.toMentor(), event.at());
        }
    }

    private void expired(Expired event) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        var session = sessions.of(event.booking(), event.at());
        if (session.booking().accepted()) {
            chargeFailed(session.toMentee(), event.at());
            chargeFailed(session.toMentor(), event.at());
            return;
        }
        var toMentee = session.toMentee();
        var kind = event.unpaid() ? HOLD_EXPIRED : REQUEST_EXPIRED;
        var letter = toMentee.letter(kind, "info", toMentee.headline("expired", null))
            .paragraph(toMentee.say("mail." + kind + ".mentee", toMentee.otherName()))
            .action(toMentee.say("mail.otherTimes", toMentee.otherName()), toMentee.profile());
        toMentee.facts(letter);
        if (event.unpaid()) {
            letter.next(toMentee.say("mail.HOLD_EXPIRED.late"));
        } else {
            released(letter, toMentee);
            letter.next(toMentee.say("mail.REQUEST_EXPIRED.next"));
        }
        stage(toMentee, kind, letter, null, event.unpaid() ? session.booking().time().start() : null, event.at());
        if (!event.unpaid()) {
            var toMentor = session.toMentor();
            var note = toMentor.letter(kind, "info", toMentor.headline("expired", null))
                .paragraph(toMentor.say("mail.REQUEST_EXPIRED.mentor", toMentor.otherName()))
                .action(toMentor.say("mail.REQUEST_EXPIRED.action.mentor"), toMentor.at("/mentor/requests"))
                .next(toMentor.say("mail.REQUEST_EXPIRED.next.mentor"));
            toMentor.facts(note);
            stage(toMentor, kind, note, null, session.booking().time().start(), event.at());
        }
    }

    /** The mentor had said yes, and was told that the card is being charged. */
    private void chargeFailed(BookedSession.Side side, Instant now) {
        var letter = side
            .letter(CHARGE_FAILED, "loss",
                    side.say("mail.CHARGE_FAILED.opening." + side.role(), side.price(), side.otherName()))
            .paragraph(side.say("mail.CHARGE_FAILED.why." + side.role(), side.otherName()))
            .action(side.isMentor()
                    ? side.say("mail.CHARGE_FAILED.action.mentor")
                    : side.say("mail.otherTimes", side.otherName()), side.isMentor() ? side.page() : side.profile())
            .next(side.say("mail.CHARGE_FAILED.next." + side.role(), side.otherName()));
        side.facts(letter);
        stage(side, CHARGE_FAILED, letter, null, null, now);
    }

    private static void released(Letter.Builder letter, BookedSession.Side side) {
        if (!side.booking().price().isFree()) {
            letter.next(side.say("mail.released", side.price()));
        }
    }

    private void stage(BookedSession.Side side, MailKind kind, Letter.Builder letter, Invitation invitation,
            Instant staleAt, Instant now) {
        outbox.stage(side.draft(kind, String.valueOf(side.booking().sequence()), letter, invitation, staleAt), now);
    }
}
