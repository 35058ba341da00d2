package com.mentormatch.notification;

import static com.mentormatch.notification.MailKind.COMPLETED;
import static com.mentormatch.notification.MailKind.CONFIRM_REMINDER;
import static com.mentormatch.notification.MailKind.PLEASE_CONFIRM;

import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingId;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.GivenBack;
import com.mentormatch.shared.Amount;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The mentee is asked for a word once a session is over, and again while they say nothing; both learn that it counts as
 * held. Each asking is stale when the next is due; who does without reminders is asked once, and for that there is time
 * until it counts as held.
 */
@Component
class FinishMails {

    static final List<MailKind> ASKING = List.of(PLEASE_CONFIRM, CONFIRM_REMINDER);

    private final Outbox outbox;
    private final BookedSessions sessions;
    private final ConfirmReminders reminders;
    private final MailPreferences preferences;
    private final GivenBack given;

    FinishMails(Outbox outbox, BookedSessions sessions, ConfirmReminders reminders, MailPreferences preferences,
            GivenBack given) {
        this.outbox = outbox;
        this.sessions = sessions;
        this.reminders = reminders;
        this.preferences = preferences;
        this.given = given;
    }

    /** Where it is told late, the mentee may have said something, or been silent for long enough. */
    @EventListener
    void ended(BookingEvent.SessionEnded event) {
        var session = sessions.of(event.booking(), event.at());
        if (session.booking().status() == BookingStatus.PENDING_COMPLETION) {
            var next = ConfirmReminders.after(session.booking().time().end(), event.at());
            ask(session, PLEASE_CONFIRM, "1", reminded(session) ? next : session.booking().until(), event.at());
            reminders.arm(event.booking(), next);
        }
    }

    /** Joins the transaction it is called in. @param step which one it is */
    void remind(BookingId booking, String step, Instant staleAt, Instant now) {
        var session = sessions.of(booking, now);
        outbox.supersede(booking.value(), reminded(session) ? ASKING : List.of(CONFIRM_REMINDER), now);
        ask(session, CONFIRM_REMINDER, step, staleAt, now);
    }

    private boolean reminded(BookedSession session) {
        return !preferences.off(session.booking().mentee()).contains(CONFIRM_REMINDER.topic());
    }

    private void ask(BookedSession session, MailKind kind, String which, Instant staleAt, Instant now) {
        var side = session.toMentee();
        var until = session.booking().until();
        var letter = side.letter(kind, "wait", side.headline(session.booking().standing(now), until))
            .action(side.say("mail.PLEASE_CONFIRM.action"), side.page());
        side.facts(letter);
        var money = left(session).isFree() ? "free" : "paid";
        letter.next(side.say("mail.PLEASE_CONFIRM.confirm." + money, side.otherName()))
            .next(side.say("mail.PLEASE_CONFIRM.dispute"))
            .next(side.say("mail.PLEASE_CONFIRM.silence." + money, side.otherName(), side.voice().moment(until)));
        outbox.stage(side.draft(kind, which, letter, null, staleAt), now);
    }

    @EventListener
    void completed(BookingEvent.Completed event) {
        outbox.supersede(event.booking().value(), ASKING, event.at());
        var session = sessions.of(event.booking(), event.at());
        for (var side : List.of(session.toMentee(), session.toMentor())) {
            if (side.is(event.by())) {
                continue;
            }
            var how = event.by() == null ? "silence" : "confirmed";
            var letter = side.letter(COMPLETED, "good", side.headline("completed", null))
                .paragraph(side.say("mail.COMPLETED." + how, side.otherName()))
                .action(side.say("mail.COMPLETED.action"), side.page());
            side.facts(letter);
            if (!session.booking().price().isFree()) {
                letter.next(money(side, left(session)));
            }
            letter.next(side.say("mail.COMPLETED.next." + side.role(), side.otherName()));
            outbox.stage(side.draft(COMPLETED, "1", letter, null, null), event.at());
        }
    }

    /** What is left of the price to be earned. */
    private Amount left(BookedSession session) {
        var price = session.booking().price();
        return price.minus(new Amount(given.of(session.booking().id()), price.currency()));
    }

    private String money(BookedSession.Side side, Amount left) {
        if (given.atBank(side.booking().id())) {
            return side.say("mail.money.bank." + side.role(), side.otherName());
        }
        if (left.isFree()) {
            return side.say("mail.COMPLETED.gone");
        }
        var what = left.equals(side.booking().price()) ? "paid" : "rest";
        return side.say("mail.COMPLETED." + what + "." + side.role(), side.voice().money(left), side.otherName());
    }
}
