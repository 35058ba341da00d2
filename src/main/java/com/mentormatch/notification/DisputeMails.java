package com.mentormatch.notification;

import static com.mentormatch.notification.MailKind.APPEAL;
import static com.mentormatch.notification.MailKind.DISPUTED;
import static com.mentormatch.notification.MailKind.DISPUTE_ANSWERED;
import static com.mentormatch.notification.MailKind.RULING;

import com.mentormatch.booking.BookingEvent;
import com.mentormatch.booking.BookingStatus;
import com.mentormatch.booking.Complaint;
import com.mentormatch.booking.GivenBack;
import com.mentormatch.booking.Party;
import com.mentormatch.shared.PlainText;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the two do not agree: each is told what the other one says, both what was decided. */
@Component
class DisputeMails {

    private static final int WORDS = 1000;
    private static final List<MailKind> OVERTAKEN = List.of(DISPUTED, DISPUTE_ANSWERED, APPEAL);

    private final Outbox outbox;
    private final BookedSessions sessions;
    private final GivenBack given;

    DisputeMails(Outbox outbox, BookedSessions sessions, GivenBack given) {
        this.outbox = outbox;
        this.sessions = sessions;
        this.given = given;
    }

    @EventListener
    void disputed(BookingEvent.Disputed event) {
        outbox.supersede(event.booking().value(), FinishMails.ASKING, event.at());
        toTheOther(event, DISPUTED, event.by(), event.by() == Party.MENTOR ? "noShow" : "dispute");
    }

    @EventListener
    void appealed(BookingEvent.Appealed event) {
        outbox.supersede(event.booking().value(), List.of(RULING), event.at());
        toTheOther(event, APPEAL, event.by(), "dispute");
    }

    /** @param what happens without an answer */
    private void toTheOther(BookingEvent event, MailKind kind, Party by, String what) {
        var session = sessions.of(event.booking(), event.at());
        var side = by == Party.MENTOR ? session.toMentee() : session.toMentor();
        var complaint = session.booking().complaint();
        var until = side.voice().moment(complaint.until());
        var letter = side.letter(kind, "wait", side.headline(session.booking().standing(event.at()), complaint.until()))
            .quote(side.say("mail.wrote", side.otherName()), PlainText.block(complaint.words(), WORDS))
            .action(side.say("mail.DISPUTED.action"), side.at("/bookings/" + event.booking() + "/dispute"));
        side.facts(letter);
        letter.next(side.say("mail.DISPUTED.answer", until)).next(side.say("mail.DISPUTED.silence." + what, until));
        outbox.stage(side.draft(kind, "1", letter, null, complaint.until()), event.at());
    }

    @EventListener
    void answered(BookingEvent.DisputeAnswered event) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        var session = sessions.of(event.booking(), event.at());
        var side = event.by() == Party.MENTOR ? session.toMentee() : session.toMentor();
        Complaint complaint = session.booking().complaint();
        var letter = side.letter(DISPUTE_ANSWERED, "info", side.say("mail.DISPUTE_ANSWERED.opening", side.otherName()))
            .quote(side.say("mail.wrote", side.otherName()), PlainText.block(complaint.answer(), WORDS))
            .action(side.say("mail.DISPUTED.see"), side.at("/bookings/" + event.booking() + "/dispute"));
        side.facts(letter);
        letter.next(side.say("mail.DISPUTE_ANSWERED.next"));
        var which = session.booking().status() == BookingStatus.RESOLVED ? "2" : "1";
        outbox.stage(side.draft(DISPUTE_ANSWERED, which, letter, null, null), event.at());
    }

    @EventListener
    void resolved(BookingEvent.Resolved event) {
        outbox.supersede(event.booking().value(), OVERTAKEN, event.at());
        var session = sessions.of(event.booking(), event.at());
        for (var side : List.of(session.toMentee(), session.toMentor())) {
            ruled(side, event.at());
        }
    }

    private void ruled(BookedSession.Side side, Instant at) {
        var ruling = side.booking().ruling();
        var letter = side.letter(RULING, "info", side.headline(side.booking().standing(at), null))
            .paragraph(side.say("booking.ruling." + ruling.kind() + "." + side.role(), side.otherName(),
                    side.voice().money(ruling.refund()), side.voice().money(ruling.rest())))
            .quote(side.say("mail.wrote", side.say("mail.brand")), PlainText.block(ruling.reason(), WORDS))
            .action(side.say("mail.RULING.action"), side.at("/bookings/" + side.booking().id() + "/dispute"));
        if (given.atBank(side.booking().id())) {
            letter.paragraph(side.say("mail.money.bank." + side.role(), side.otherName()));
        }
        if (ruling.by() == null) {
            letter.paragraph(side.say("mail.RULING.uncontested"));
        }
        if (ruling.mentorAbsent() && side.isMentor()) {
            letter.paragraph(side.say("booking.ruling.absent"));
        }
        side.facts(letter);
        letter.next(ruling.onAppeal()
                ? side.say("mail.RULING.final")
                : side.say("mail.RULING.appeal", side.voice().moment(ruling.appealUntil())));
        outbox.stage(side.draft(RULING, ruling.onAppeal() ? "2" : "1", letter, null, null), at);
    }
}
